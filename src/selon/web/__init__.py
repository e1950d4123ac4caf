"""The desk: the ledger as pages and as an API, served to a team.

Everything below needs the packages of the extra `web`; `settings` alone does not.
"""

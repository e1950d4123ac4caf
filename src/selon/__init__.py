"""Selon: the ledger of a developing story."""

__version__ = "0.1.0"

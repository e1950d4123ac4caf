"""The ledger: articles, annotations and stories, kept in SQLite."""

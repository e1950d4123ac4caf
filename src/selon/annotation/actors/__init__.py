"""Actors inside one article: names, titles and descriptions, who is who, and whose a statement is."""

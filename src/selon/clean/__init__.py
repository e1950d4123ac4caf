"""What is article and what is furniture; titles, credits, dates."""

from selon.clean.cleaning import clean

__all__ = ["clean"]

"""Figures: numbers in digits and words, what they count, and who gives them."""

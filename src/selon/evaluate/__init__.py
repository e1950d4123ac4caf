"""How good the annotations are, measured against annotations made by reading."""

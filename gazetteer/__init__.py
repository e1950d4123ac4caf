"""States as data: what makes the lexicon's list of them from CLDR, GeoNames and what is kept by hand."""

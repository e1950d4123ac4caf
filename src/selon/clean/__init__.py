"""What is article and what is furniture; titles, credits, dates."""

"""From the articles of a story to its actors, claims, series, origins, copies and changes."""

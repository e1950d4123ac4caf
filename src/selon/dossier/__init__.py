"""The state of a story as one documented object, and its renderings."""

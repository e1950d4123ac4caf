"""From one article to its annotations: a pipeline of stages, a pure function."""

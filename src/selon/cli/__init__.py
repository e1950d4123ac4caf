"""The command line: one module for each verb, loaded on use."""

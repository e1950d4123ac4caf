"""Statements: cues, their sources and contents, form, stance, certainty and relays."""

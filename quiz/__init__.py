"""The game: plays rounds of questions and keeps the scores."""

__version__ = "0.1.0"

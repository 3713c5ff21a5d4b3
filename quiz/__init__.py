"""The game: plays rounds of questions and keeps the scores."""

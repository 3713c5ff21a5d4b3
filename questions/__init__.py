"""Facts in, questions out: no terminal, no clock, no network."""

GENERATOR = 1
"""Raised whenever the same pack, level, number and seed would give another round than before."""

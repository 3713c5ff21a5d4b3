"""Facts in, questions out: no terminal, no clock, no network."""

"""Proof: why a figure was read, whether the database still says what the bytes say, and what people ruled."""

"""Frames: who did what to whom in a sentence, and the categories' shapes laid on it."""

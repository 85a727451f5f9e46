"""Speakers: who says so, in every position of a sentence and carried over a quotation."""

"""The tally: a document's own toll, one line a category (CONTRACT §5)."""

"""Words: the tokens of a text with their classes, and the sentences they make."""

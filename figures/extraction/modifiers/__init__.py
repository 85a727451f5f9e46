"""Modifiers: how a count is said, what it runs over and rests on, and to which incident it belongs."""

"""Times: the dates a text tells and the one on which the counted thing happened."""

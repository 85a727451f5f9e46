"""Groups: a sentence as chunks that follow one another, counted groups among them."""

"""Review: a second and a third pair of eyes on every figure, in the browser, in a table or on the command line."""

"""Places: names of places, where in the world they are, and where the counted thing happened."""

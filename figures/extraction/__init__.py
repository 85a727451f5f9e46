"""Document → figures and rejections."""

"""What leaves the house: the conflict report, exports, the site."""

"""Measurements at the size of a national archive, on databases made for the purpose; docs/scale.md.

Nothing here is imported by the program.
"""

"""The document: what only the whole text tells of its counts.

Parts, additions, repeats, other incidents, attackers, who, where and when.
"""

"""Digest: one story from many outlets, published once, verbatim and traceable."""

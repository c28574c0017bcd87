"""Wording with care: lists of words per language, and where they stand in a document."""

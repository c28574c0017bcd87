"""Folders in issues/ ⇄ Issue."""

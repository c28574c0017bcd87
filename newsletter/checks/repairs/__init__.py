"""Repairs that need no judgement: they change attributes and a title, and leave every other byte as it was."""

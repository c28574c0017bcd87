"""Rules about the words."""

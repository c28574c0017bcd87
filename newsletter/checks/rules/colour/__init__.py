"""Rules about colour."""

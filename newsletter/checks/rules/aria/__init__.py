"""Rules about ARIA roles and attributes."""

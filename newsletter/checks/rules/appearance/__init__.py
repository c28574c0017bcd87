"""Rules about how words look: size, spacing, letters."""

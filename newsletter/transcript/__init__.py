"""What a screen reader says of an email, from the first word to the last."""

"""In which language a text is written: told by its letters, and by the small words that every sentence has."""

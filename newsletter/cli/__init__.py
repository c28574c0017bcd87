"""What a person types and reads. The only home of click and rich."""

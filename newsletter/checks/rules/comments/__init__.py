"""Rules about the comments that ignore other rules."""

"""Rules about what mail programs and mailbox providers want."""

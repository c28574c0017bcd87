"""A blog post, wherever it lives → Post."""

"""Rules about headings, tables and lists."""

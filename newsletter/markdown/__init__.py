"""Markdown ⇄ blocks, and the front matter above it. The only home of markdown-it and PyYAML."""

"""A rendition, or any HTML or .eml → findings. One rule a file, in rules/."""

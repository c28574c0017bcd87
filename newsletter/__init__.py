"""Turns blog posts into accessible email newsletters and sends them through Amazon SES."""

__version__ = "0.1.0"

"""Waa 話畫: words become pictures."""

__version__ = "0.1.0"

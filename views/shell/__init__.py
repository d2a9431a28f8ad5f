"""The window around the pages: rail, guide, palette, status line."""

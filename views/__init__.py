"""Widgets and pages: they show and ask."""

"""The shared widgets of every page; each takes the theme first."""

"""Scripts that set the project up and keep it in order; not part of the app."""

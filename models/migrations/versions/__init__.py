"""One module to each step of the schema."""

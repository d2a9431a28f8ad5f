"""What happens between a click and the database."""

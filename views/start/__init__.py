"""What is shown before a library is open: the first run, and a file that cannot be opened."""

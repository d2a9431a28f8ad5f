"""Questions asked of a library; each takes a session and gives frozen rows."""

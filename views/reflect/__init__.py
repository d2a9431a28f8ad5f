"""The Reflect page: how the review went, for the sake of the next one."""

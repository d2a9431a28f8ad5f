"""Share: the right page for each reader, seen before it leaves."""

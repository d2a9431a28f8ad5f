"""Ways to bring raw material in: sniff, preview, yield records; never write."""

"""What a facilitator sets on this machine."""

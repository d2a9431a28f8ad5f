"""The Timeline stage: the events as a list, as lanes, and one of them in full."""

"""The method: give it rows, it returns advice."""

"""Prepare: who leads, whom to hear, when, how and how deep."""

"""The Actions page: a few, none too small and none too big; no action is an answer too."""

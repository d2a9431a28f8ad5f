"""The Gather page: material comes in, is looked through, and goes on the timeline."""

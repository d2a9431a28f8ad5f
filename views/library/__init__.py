"""The library: all reviews, and the search over them."""

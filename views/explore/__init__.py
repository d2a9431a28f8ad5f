"""The Explore page: how each moment looked from inside."""

"""What each stage says about itself, one module per stage."""

"""The component sheet: every widget of the kit in its states, as pictures to look at."""

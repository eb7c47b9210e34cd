"""How often a mentor may ask others in."""

LETTERS_A_WEEK = 5

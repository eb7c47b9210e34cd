"""What a mentor can show of themselves to another organisation: that we screened and trained them, until when, and
whether it still stands.

It stands here, and not with recruitment or training, because it says what both of them know. `rules` know neither
Django nor us, so that a passport is verified with a file of keys alone.
"""

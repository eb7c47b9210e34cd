"""Who may meet a young person today, and what they can show of it elsewhere.

Cleared is worked out from what recruitment, learning and safeguarding know, each time it is asked, and never stored. A
passport says to another organisation that we screened and trained someone, until when, and whether it still stands;
`rules` know neither Django nor us, so that a passport is verified with a file of keys alone.
"""

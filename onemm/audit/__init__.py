"""What happened, kept for ever.

Owns the log of who did what to which row, and the chain that shows nobody has changed it. Holds no foreign keys, so
that every context may write to it and nothing that is erased elsewhere can take an entry with it. Refuses change and
removal.
"""

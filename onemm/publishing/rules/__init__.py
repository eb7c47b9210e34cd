"""What a manuscript holds and what must be true of it before anyone learns from it: no rows here."""

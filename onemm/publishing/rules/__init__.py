"""What a manuscript holds and what must be true of it before anybody learns from it: no rows here."""

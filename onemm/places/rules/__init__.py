"""What the maps say, with no rows: the National Grid turned into degrees, open data read, postcodes split."""

"""Everyone in a country at once: many sites, packed columns, candidates found in passes, one proven assignment."""

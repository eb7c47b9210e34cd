"""What an answer is worth and whom it leaves out: each figure defined once, for one round and for a country alike."""

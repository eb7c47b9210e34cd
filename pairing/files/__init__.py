"""Files in and out: people, weights, edges and settled pairs to read; pairs, reports and invented people to write."""

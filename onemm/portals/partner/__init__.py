"""The coordinator's pages: places, young people, rounds, pairs, what changed."""

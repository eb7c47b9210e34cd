"""A second opinion on an answer, from its files alone: shares neither scoring nor solver with the engine."""

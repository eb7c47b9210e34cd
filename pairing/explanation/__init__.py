"""Why someone was left without a pair, decided by one rule and said in one set of words."""

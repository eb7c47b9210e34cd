"""Figures that draw on several contexts: the way from interest to match, days to ready, what training is followed by,
what each employer and each campaign brings.

Owns no rows. Counts under five are never shown.
"""

"""Small things every context needs and none owns: typed settings, refusals, events, background work, distances, CSV.

No models and no business: nothing here knows what mentoring is.
"""

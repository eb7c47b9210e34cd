"""What a mentor offers: where, when, how far, to how many at once, and what they bring.

Filled in with the application and kept up to date for the years after it; matching, workshops, reports and young
people read it.
"""

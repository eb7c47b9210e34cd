"""Where mentoring happens.

Owns organisations, areas, sites, the schools register, postcodes and programmes. Knows distances; knows nobody.
"""

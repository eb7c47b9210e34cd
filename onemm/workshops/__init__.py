"""Training near home: free workshops, who has a seat in them, who waits for one, and who came.

A part of the training context with tables of its own; the courses know nothing of it but the minutes that it counts.
"""

"""The relationship, from a young person's place in a programme to the goodbye.

Owns enrolments, matches, agreements, sessions and pulses, and works out which mentors are ready.
"""

"""Who everyone is, and what each may do where.

Owns people, the roles they hold at a place, permissions, consent, sign-in cards and the count of guesses. Knows nothing
of applications, matches or messages.
"""

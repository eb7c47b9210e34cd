"""Saying it to the right person.

Owns e-mails: their kinds, and every message to one person, kept in the outbox in the same transaction as the
news, then delivered.
"""

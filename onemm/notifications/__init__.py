"""Saying it to the right person.

Owns letters: every message to one person, kept in the outbox in the same transaction as the news, then delivered by
e-mail.
"""

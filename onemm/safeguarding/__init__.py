"""Keeping young people safe.

Owns concerns, their lifecycle and restrictions. A concern is read by safeguarding leads alone. A restriction pauses
every contact of a person at once; every context above asks here before it lets two people meet.
"""

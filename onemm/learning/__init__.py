"""Preparing people, and knowing that they are prepared.

Owns courses and scenarios (as text in `curriculum/`, read into frozen dataclasses), who did which unit and walked which
scenario, hours, passes, suggestions for a moment, and credentials.
"""

"""From interest to approval.

Owns eligibility answers, applications, what mentors say of themselves, references, interviews, checks and decisions.
Knows nothing of young people.
"""

"""How long since, in days and words."""

import datetime as dt

from django.utils import timezone


def ago(when: dt.date | dt.datetime) -> str:
    """“today”, “yesterday”, “12 days ago”, “in 3 days”."""
    if isinstance(when, dt.datetime):
        when = timezone.localtime(when).date() if timezone.is_aware(when) else when.date()
    days = (timezone.localdate() - when).days
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}
    return near.get(days) or (f"{days} days ago" if days > 0 else f"in {-days} days")

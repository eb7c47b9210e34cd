"""How long, and how long since, in words."""

import datetime as dt

from django.utils import timezone


def ago(when: dt.date | dt.datetime) -> str:
    """“today”, “yesterday”, “12 days ago”, “in 3 days”."""
    if isinstance(when, dt.datetime):
        when = timezone.localtime(when).date() if timezone.is_aware(when) else when.date()
    days = (timezone.localdate() - when).days
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}
    return near.get(days) or (f"{days} days ago" if days > 0 else f"in {-days} days")


def hours_and_minutes(minutes: int) -> str:
    """“45 minutes”, “1 hour”, “4 hours 15 minutes”."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'s' if hours != 1 else ''}"] if hours else []
    parts += [f"{rest} minute{'s' if rest != 1 else ''}"] if rest or not hours else []
    return " ".join(parts)

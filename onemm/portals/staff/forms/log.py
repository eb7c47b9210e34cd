from collections.abc import Mapping
from typing import Any

from django import forms

from onemm.web.filters import Filter


class LogFilter(Filter):
    """What to look for in the log."""

    event = forms.CharField(
        label="What happened", required=False, max_length=60, help_text="Such as session, or session:logged"
    )
    subject = forms.CharField(label="To what", required=False, max_length=80, help_text="Such as match:42")

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        if asked["event"]:
            rows = rows.filter(event__startswith=asked["event"])
        return rows.about(asked["subject"]) if asked["subject"] else rows

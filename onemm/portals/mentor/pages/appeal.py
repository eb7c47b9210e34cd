"""Asking for a second look."""

from dataclasses import dataclass

from onemm.portals.mentor.forms.appeal import AppealForm


@dataclass(frozen=True)
class AppealPage:
    """The form alone."""

    form: AppealForm

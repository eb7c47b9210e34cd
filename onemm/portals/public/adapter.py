import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """How the sign-in library meets our people."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask once more before something important changes, but not of someone who has come in just now."""
        records = get_authentication_records(self.request, self.request.user)
        is_fresh = bool(records) and time.time() - records[-1]["at"] < app_settings.REAUTHENTICATION_TIMEOUT
        return not is_fresh and bool(super().is_reauthentication_required(app=app, **kwargs))


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """The same for the second factor: what it refuses, it says in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "unverified_email": "First show that your e-mail address is yours: open “Your e-mail address” and ask for a "
        "code.",
        "incorrect_code": "This code is not right. Wait for the next one and type it in.",
    }

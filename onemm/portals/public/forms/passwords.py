"""The sign-in library's forms, asked in our words."""

from typing import Any

from allauth.account import forms as library

CHOSEN = {"password1": "New password", "password2": "The new password once more"}


class _InOurWords:
    """Gives the fields the labels of a form, and takes away the words that browsers show inside a box."""

    labels: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            field = self.fields[name]  # type: ignore[attr-defined]  # this stands before one of the library's forms
            field.label = label
            field.widget.attrs.pop("placeholder", None)


class ChangePassword(_InOurWords, library.ChangePasswordForm):  # type: ignore[misc]  # the library has no types
    labels = {"oldpassword": "The password you have now", **CHOSEN}


class SetPassword(_InOurWords, library.SetPasswordForm):  # type: ignore[misc]  # as above
    labels = CHOSEN


class ResetPassword(_InOurWords, library.ResetPasswordKeyForm):  # type: ignore[misc]  # as above
    labels = CHOSEN


class NewAddress(_InOurWords, library.AddEmailForm):  # type: ignore[misc]  # as above
    labels = {"email": "New e-mail address"}

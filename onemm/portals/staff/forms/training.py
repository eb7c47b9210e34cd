"""Finding a credential, and revoking it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q

from onemm.web.filters import Filter
from onemm.web.forms import Form, WordsField


class FindCredential(Filter):
    """Credentials by the name of their holder."""

    label = "Find a certificate"
    q = forms.CharField(label="Name", required=False, max_length=100, widget=forms.SearchInput)

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        for word in (asked["q"] or "").split():
            rows = rows.filter(Q(person__first_name__icontains=word) | Q(person__last_name__icontains=word))
        return rows


class Revoke(Form):
    """Why."""

    why = WordsField(
        label="Why is it revoked?",
        help_text="The holder can read this. The public page only says that it was revoked.",
        error_messages={"required": "Say why. It is kept with the certificate, and the holder may read it."},
    )

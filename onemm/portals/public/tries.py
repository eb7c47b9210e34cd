"""Stopping a flood from one network address, in words and never in silence."""

from django.http import HttpRequest

from onemm.people.actions.trying import Limit, count_try
from onemm.web.forms import Form
from onemm.web.requests import address_of


def is_one_too_many(request: HttpRequest, form: Form, limit: Limit, words: str) -> bool:
    """Count a form that is ready to be sent. Over the limit, `words` stand above it, and what was typed is kept."""
    if request.method != "POST" or not form.is_valid() or count_try(limit, address_of(request)):
        return False
    form.add_error(None, words)
    return True

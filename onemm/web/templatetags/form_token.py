"""The two hidden fields that every form of ours carries: against forgery, and against being sent twice."""

import uuid
from typing import Any

from django import template
from django.middleware.csrf import get_token
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def form_token(context: dict[str, Any]) -> SafeString:
    """Print both. A form that comes back with errors keeps the token it was sent with."""
    request = context["request"]
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="form_token" value="{}">',
        get_token(request),
        uuid.uuid4(),
    )

"""How a portal shows a page, and how a form is sent.

What a template prints is one frozen dataclass, built in `portals/<audience>/pages/` and tested there as a table. The
template finds it as `page` and nothing else: no view hands over a dictionary, and no template compares states.
"""

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onemm.lib.errors import Refused
from onemm.web.forms import Form
from onemm.web.requests import page_or_part

if TYPE_CHECKING:
    from dataclasses import Field


class Page(Protocol):
    """What a template prints: a frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, "Field[Any]"]]


@dataclass(frozen=True)
class PlainPage:
    """A page whose words never vary: its heading, and what the template holds."""

    title: str = ""
    lede: str = ""
    eyebrow: str = ""


def show(request: HttpRequest, template: str, page: Page, *, part: str = "", status: int = 200) -> HttpResponse:
    """Answer with a page, or with one named part of it where htmx asks for that.

    :raises TypeError: `page` is no dataclass.
    """
    if not is_dataclass(page):
        raise TypeError("a page is a frozen dataclass")
    if part:
        return page_or_part(request, template, {"page": page}, part=part, status=status)
    return render(request, template, {"page": page}, status=status)


def submit(
    request: HttpRequest,
    form: Form,
    action: Callable[[], Any],
    *,
    to: str | Callable[[Any], str],
    done: str | Callable[[Any], str] = "",
) -> HttpResponse | None:
    """Send a form through one action. `None` means: show the page, with the form as it now stands.

    `action` takes nothing and reads `form.cleaned_data`; what it returns is handed to `to` and `done` where these are
    callables. `to` is an address to go on to; `done` is the sentence that says what happens next. A refusal by a rule
    stands at its field, and what was typed is kept.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        outcome = action()
    except Refused as refusal:
        form.refuse(refusal)
        return None
    sentence = done(outcome) if callable(done) else done
    if sentence:
        messages.success(request, sentence)
    return redirect(to(outcome) if callable(to) else to)

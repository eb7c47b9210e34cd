"""The outbox: what was written to whom, and whether it arrived."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.notifications.actions import note_opening, retry_letter
from onemm.notifications.models import Letter
from onemm.notifications.queries import outbox as letters_in
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.outbox import OutboxFilter
from onemm.web.gate import requires
from onemm.web.requests import Request

PER_PAGE = 50


@requires(Permission.OUTBOX_READ, methods=("GET",))
def outbox(request: Request) -> HttpResponse:
    form = OutboxFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    letters = letters_in(person=request.user, **chosen)
    given_up = letters_in(person=request.user, standing="given_up").count()
    page = Paginator(letters, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/outbox/list.html", {"page": page, "form": form, "given_up": given_up})


@requires(Permission.OUTBOX_READ, methods=("GET",))
def letter(request: Request, public_id: str) -> HttpResponse:
    row = _visible(request, public_id)
    # A letter with a code opens somebody's account: only invented people's are shown.
    is_shown = settings.DEMO or not row.secret
    if is_shown:
        note_opening(letter=row, by=request.user)
    return render(request, "staff/outbox/letter.html", {"letter": row, "is_shown": is_shown})


@requires(Permission.OUTBOX_READ, methods=("POST",))
def letter_retry(request: Request, public_id: str) -> HttpResponse:
    retry_letter(letter=_visible(request, public_id), by=request.user)
    messages.success(request, "We are trying again now, and up to five times over the next half hour.")
    return redirect("staff:letter", public_id)


def _visible(request: Request, public_id: str) -> Letter:
    return get_object_or_404(Letter.objects.visible_to(request.user).select_related("to"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("outbox/", outbox, name="outbox"),
    path("outbox/<slug:public_id>/", letter, name="letter"),
    path("outbox/<slug:public_id>/retry/", letter_retry, name="letter_retry"),
]

"""The outbox: what was written to whom, and whether it arrived."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.notifications.actions import note_opening, retry_email
from onemm.notifications.models import Email
from onemm.notifications.queries import outbox as emails_in
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.outbox import OutboxFilter
from onemm.portals.staff.pages.outbox import email_page, may_be_shown, outbox_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request

PER_PAGE = 50


@requires(Permission.OUTBOX_READ, methods=("GET",))
def outbox(request: Request) -> HttpResponse:
    form = OutboxFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    given_up = emails_in(person=request.user, standing=Email.Standing.GIVEN_UP).count()
    emails = Paginator(emails_in(person=request.user, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    return show(request, "staff/outbox/list.html", outbox_page(emails, form, given_up=given_up))


@requires(Permission.OUTBOX_READ, methods=("GET",))
def email(request: Request, public_id: str) -> HttpResponse:
    opened = _visible(request, public_id)
    if may_be_shown(opened):
        note_opening(email=opened, by=request.user)
    return show(request, "staff/outbox/email.html", email_page(opened))


@requires(Permission.OUTBOX_READ, methods=("POST",))
def email_retry(request: Request, public_id: str) -> HttpResponse:
    retry_email(email=_visible(request, public_id), by=request.user)
    messages.success(request, "We are trying again now, and up to five times over the next half hour.")
    return redirect("staff:email", public_id)


def _visible(request: Request, public_id: str) -> Email:
    return get_object_or_404(Email.objects.visible_to(request.user).select_related("to"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("outbox/", outbox, name="outbox"),
    path("outbox/<slug:public_id>/", email, name="email"),
    path("outbox/<slug:public_id>/retry/", email_retry, name="email_retry"),
]

"""What checks showed, for safeguarding leads alone: written down by one, decided by two."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.disclosures import DisclosureForm, OpinionForm
from onemm.portals.staff.pages.disclosures import disclosure_page, disclosures_page
from onemm.recruitment import actions
from onemm.recruitment.models import Check, CheckQuerySet, Disclosure
from onemm.web.forms import Form
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

WRITTEN_DOWN = "Kept, for safeguarding leads alone. Now say what you think."
WEIGHED = "Kept. Two leads who agree decide."


@requires(Permission.CONCERN_DECIDE, methods=("GET",))
def disclosures(request: Request) -> HttpResponse:
    return show(request, "staff/disclosures/list.html", disclosures_page(_checks_for(request), request.GET))


@requires(Permission.CONCERN_DECIDE)
def disclosure(request: Request, number: int) -> HttpResponse:
    """One page, one next step: first what it shows, then what each of two leads thinks of it."""
    check = get_object_or_404(_checks_for(request), pk=number)
    shown = Disclosure.objects.filter(disclosed_by=check).select_related("written_by").first()
    form: Form
    keep: Callable[..., object]
    if shown:
        form, keep, done = OpinionForm(request.POST or None), actions.weigh_check, WEIGHED
    else:
        form, keep, done = DisclosureForm(request.POST or None), actions.write_disclosure_down, WRITTEN_DOWN
    sent = submit(
        request,
        form,
        lambda: keep(check=check, by=request.user, **form.cleaned_data),
        to=reverse("staff:disclosure", args=[number]),
        done=done,
    )
    return sent or show(
        request, "staff/disclosures/disclosure.html", disclosure_page(check, shown, form, reader=request.user)
    )


def _checks_for(request: Request) -> CheckQuerySet:
    checks = Check.objects.to_weigh_by(request.user).select_related("application__person", "application__area")
    return checks.prefetch_related("opinions__by")


urlpatterns: list[URLPattern] = [
    path("disclosures/", disclosures, name="disclosures"),
    path("disclosures/<int:number>/", disclosure, name="disclosure"),
]

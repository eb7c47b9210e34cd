"""What checks showed, for safeguarding leads alone: written down by one, decided by two."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.disclosures import DisclosureForm, OpinionForm
from onemm.recruitment import actions
from onemm.recruitment.models import Check, Disclosure
from onemm.web.forms import Form
from onemm.web.gate import requires
from onemm.web.requests import Request

MOST = 100


@requires(Permission.CONCERN_DECIDE, methods=("GET",))
def disclosures(request: Request) -> HttpResponse:
    rows = (
        Check.objects.to_weigh_by(request.user)
        .select_related("application__person", "application__area")
        .prefetch_related("opinions__by")
    )
    return render(
        request,
        "staff/disclosures/list.html",
        {
            "waiting": rows.filter(state=Check.State.NEEDS_DECISION).order_by("recorded_at")[:MOST],
            "decided": rows.exclude(state=Check.State.NEEDS_DECISION).order_by("-recorded_at")[:MOST],
        },
    )


@requires(Permission.CONCERN_DECIDE)
def disclosure(request: Request, number: int) -> HttpResponse:
    """One page, one next step: first what it shows, then what each of two leads thinks of it."""
    rows = Check.objects.to_weigh_by(request.user).select_related("application__person", "application__area")
    check = get_object_or_404(rows.prefetch_related("opinions__by"), pk=number)
    shown = Disclosure.objects.filter(disclosed_by=check).select_related("written_by").first()
    form: Form = OpinionForm(request.POST or None) if shown else DisclosureForm(request.POST or None)
    if form.is_valid():
        try:
            if shown:
                actions.weigh_check(check=check, by=request.user, **form.cleaned_data)
            else:
                actions.write_disclosure_down(check=check, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                "Kept. Two leads who agree decide."
                if shown
                else "Kept, for safeguarding leads alone. Now say what you think.",
            )
            return redirect("staff:disclosure", number)
    said = any(opinion.by_id == request.user.pk for opinion in check.opinions.all())
    return render(
        request, "staff/disclosures/disclosure.html", {"check": check, "shown": shown, "form": form, "said": said}
    )


urlpatterns: list[URLPattern] = [
    path("disclosures/", disclosures, name="disclosures"),
    path("disclosures/<int:number>/", disclosure, name="disclosure"),
]

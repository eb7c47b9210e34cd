"""How the courses are doing, and revoking what somebody can show."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.learning.actions import revoke_credential
from onemm.learning.models import Credential
from onemm.learning.queries import course_called, courses, figures_of
from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.forms.training import FindCredential, Revoke
from onemm.portals.staff.pages.credentials import CREDENTIALS, credentials_page
from onemm.reporting.after_training import HALF_A_YEAR, hours_by_area, lasting_after_training, seats_by_area
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request
from onemm.web.tables import csv_answer


@requires(Permission.COURSE_READ_FIGURES, methods=("GET",))
def training(request: Request) -> HttpResponse:
    wanted = request.GET.get("course", "")
    course = course_called(wanted) if wanted else next((one for one in courses() if one.required), courses()[0])
    if course is None:
        raise Http404
    tabs = [{"label": one.title, "url": f"?course={one.slug}", "current": one == course} for one in courses()]
    return render(request, "staff/training/figures.html", {"figures": figures_of(course), "tabs": tabs})


@requires(Permission.COURSE_READ_FIGURES, methods=("GET",))
def after_training(request: Request) -> HttpResponse:
    scope = scope_of(request.user, Permission.COURSE_READ_FIGURES)
    areas = list(Area.objects.visible_to(scope))
    context = {
        "hours": hours_by_area(areas),
        "seats": seats_by_area(areas),
        "days": HALF_A_YEAR,
        "everywhere": scope.everywhere,
        "lasting": lasting_after_training(None if scope.everywhere else areas),
    }
    return render(request, "staff/training/after.html", context)


@requires(Permission.CREDENTIAL_REVOKE, methods=("GET",))
def credentials(request: Request) -> HttpResponse:
    rows, asked = Credential.objects.visible_to(request.user).select_related("person"), FindCredential(request.GET)
    file = csv_answer(request, CREDENTIALS, rows, filter=asked)
    return file or show(request, "staff/training/credentials.html", credentials_page(rows, asked, request.GET))


@requires(Permission.CREDENTIAL_REVOKE)
def credential(request: Request, public_id: str) -> HttpResponse:
    found = get_object_or_404(
        Credential.objects.visible_to(request.user).select_related("person", "revoked_by"), public_id=public_id
    )
    form = Revoke(request.POST or None)
    if form.is_valid():
        try:
            revoke_credential(credential=found, why=form.cleaned_data["why"], by=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Revoked. Its public page and its badge say so from now on.")
            return redirect("staff:credential", public_id)
    return render(request, "staff/training/credential.html", {"credential": found, "form": form})


urlpatterns: list[URLPattern] = [
    path("training/", training, name="training"),
    path("training/after/", after_training, name="after_training"),
    path("credentials/", credentials, name="credentials"),
    path("credentials/<str:public_id>/", credential, name="credential"),
]

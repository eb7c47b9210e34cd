"""How the courses are doing, and revoking what someone can show."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from onemm.learning.actions import revoke_credential
from onemm.learning.models import Credential
from onemm.learning.queries import course_called, courses, figures_of
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Area
from onemm.portals.staff.forms.training import FindCredential, Revoke
from onemm.portals.staff.pages.after_training import after_training_page
from onemm.portals.staff.pages.credentials import CREDENTIALS, credential_page, credentials_page
from onemm.portals.staff.pages.training import training_page
from onemm.reporting.after_training import hours_by_area, lasting_after_training, seats_by_area
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request
from onemm.web.tables import csv_answer


@requires(Permission.COURSE_READ_FIGURES, methods=("GET",))
def training(request: Request) -> HttpResponse:
    wanted, every = request.GET.get("course", ""), courses()
    required = next((course for course in every if course.required), every[0])
    course = course_called(wanted) if wanted else required
    if course is None:
        raise Http404
    return show(request, "staff/training/figures.html", training_page(figures_of(course), every))


@requires(Permission.COURSE_READ_FIGURES, methods=("GET",))
def after_training(request: Request) -> HttpResponse:
    scope = scope_of(request.user, Permission.COURSE_READ_FIGURES)
    areas = list(Area.objects.visible_to(scope))
    page = after_training_page(
        lasting_after_training(None if scope.everywhere else areas),
        seats_by_area(areas),
        hours_by_area(areas),
        sees_everywhere=scope.everywhere,
    )
    return show(request, "staff/training/after.html", page)


@requires(Permission.CREDENTIAL_REVOKE, methods=("GET",))
def credentials(request: Request) -> HttpResponse:
    rows, asked = Credential.objects.visible_to(request.user).select_related("person"), FindCredential(request.GET)
    file = csv_answer(request, CREDENTIALS, rows, filter=asked)
    return file or show(request, "staff/training/credentials.html", credentials_page(rows, asked, request.GET))


@requires(Permission.CREDENTIAL_REVOKE)
def credential(request: Request, public_id: str) -> HttpResponse:
    credentials = Credential.objects.visible_to(request.user).select_related("person", "revoked_by")
    credential = get_object_or_404(credentials, public_id=public_id)
    form = Revoke(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: revoke_credential(credential=credential, why=form.cleaned_data["why"], by=request.user),
        to=reverse("staff:credential", args=[public_id]),
        done="Revoked. Its public page and its badge say so from now on.",
    )
    return sent or show(request, "staff/training/credential.html", credential_page(credential, form))


urlpatterns: list[URLPattern] = [
    path("training/", training, name="training"),
    path("training/after/", after_training, name="after_training"),
    path("credentials/", credentials, name="credentials"),
    path("credentials/<str:public_id>/", credential, name="credential"),
]

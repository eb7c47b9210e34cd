"""Many young people from a CSV file: the upload, what became of each row, and the files to download."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.jobs.actions import stop_job
from onemm.jobs.models import Job
from onemm.jobs.queries import refused_rows
from onemm.lib.tables import write_csv
from onemm.mentoring import actions
from onemm.mentoring.actions.importing import MAY_HAVE, NEEDS
from onemm.mentoring.rules import LIST_OF_YOUNG_PEOPLE
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.young_people import ListForm
from onemm.portals.partner.pages.lists import list_page, upload_page
from onemm.web.downloads import csv_download
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

EXAMPLE = (
    "Y11-042",
    "Theo",
    "B",
    "27/03/2010",
    "self",
    "",
    "01/09/2026",
    "English; Polish",
    "Engineering",
    "Maps and travel; Football",
    "Mon evening; Tue afternoon",
    "Either",
    "",
    "aspiration",
    "To find out what engineers do",
)


@requires(Permission.ENROLMENT_MANAGE)
def upload(request: Request) -> HttpResponse:
    form = ListForm(request.POST or None, request.FILES or None, person=request.user)
    sent = submit(
        request,
        form,
        lambda: actions.import_young_people(
            programme=form.cleaned_data["programme"], content=form.cleaned_data["file"], by=request.user
        ),
        to=lambda job: reverse("partner:list_report", args=[job.public_id]),
    )
    return sent or show(request, "partner/young_people/upload.html", upload_page(form, request.user))


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def report(request: Request, public_id: str) -> HttpResponse:
    page = list_page(_list(request, public_id), heard=request.GET.get("heard", ""))
    return show(request, "partner/young_people/report.html", page, part="result")


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def stop(request: Request, public_id: str) -> HttpResponse:
    stop_job(job=_list(request, public_id), by=request.user)
    return redirect("partner:list_report", public_id)


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def refused(request: Request, public_id: str) -> HttpResponse:
    """The rows that were refused or not reached, to be put right and sent again."""
    rows = refused_rows(_list(request, public_id), [*NEEDS, *MAY_HAVE])
    return csv_download(rows, "rows-to-put-right.csv")


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def template(_: Request) -> HttpResponse:
    return csv_download(write_csv([*NEEDS, *MAY_HAVE], [EXAMPLE]), "young-people-template.csv")


def _list(request: Request, public_id: str) -> Job:
    return get_object_or_404(
        Job.objects.visible_to(request.user).filter(kind=LIST_OF_YOUNG_PEOPLE), public_id=public_id
    )


urlpatterns: list[URLPattern] = [
    path("young-people/upload/", upload, name="list_upload"),
    path("young-people/upload/template.csv", template, name="list_template"),
    path("young-people/upload/<slug:public_id>/", report, name="list_report"),
    path("young-people/upload/<slug:public_id>/stop/", stop, name="list_stop"),
    path("young-people/upload/<slug:public_id>/refused.csv", refused, name="list_refused"),
]

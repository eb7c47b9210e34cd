"""Many colleagues invited by letter, from a CSV file: the upload, what became of each row, and the files to
download.
"""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.jobs.actions import stop_job
from onemm.jobs.models import Job
from onemm.jobs.queries import refused_rows
from onemm.lib.tables import write_csv
from onemm.outreach import actions
from onemm.outreach.actions.invitations import MAY_HAVE, NEEDS
from onemm.outreach.rules.jobs import LIST_OF_COLLEAGUES
from onemm.people.permissions import Permission
from onemm.places.models import Organisation
from onemm.portals.employer.forms.invitations import ListForm
from onemm.portals.employer.pages.invitations import invitations_page, invite_page
from onemm.portals.employer.views.home import led_by
from onemm.web.downloads import csv_download
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.EMPLOYER_LEAD)
def invite(request: Request, public_id: str) -> HttpResponse:
    employer = _employer(request, public_id)
    form = ListForm(request.POST or None, request.FILES or None)
    sent = submit(
        request,
        form,
        lambda: actions.invite_colleagues(employer=employer, content=form.cleaned_data["file"], by=request.user),
        to=lambda job: reverse("employer:invite_report", args=[public_id, job.public_id]),
    )
    return sent or show(request, "employer/invitations/upload.html", invite_page(form, employer, request.user))


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def invite_report(request: Request, public_id: str, invitation_list: str) -> HttpResponse:
    employer = _employer(request, public_id)
    job = _list(request, employer, invitation_list)
    page = invitations_page(employer, job, heard=request.GET.get("heard", ""))
    return show(request, "employer/invitations/report.html", page, part="result")


@requires(Permission.EMPLOYER_LEAD, methods=("POST",))
def invite_stop(request: Request, public_id: str, invitation_list: str) -> HttpResponse:
    stop_job(job=_list(request, _employer(request, public_id), invitation_list), by=request.user)
    return redirect("employer:invite_report", public_id, invitation_list)


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def invite_refused(request: Request, public_id: str, invitation_list: str) -> HttpResponse:
    """The rows that were refused or not reached, to be put right and sent again."""
    job = _list(request, _employer(request, public_id), invitation_list)
    return csv_download(refused_rows(job, [*NEEDS, *MAY_HAVE]), "rows-to-put-right.csv")


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def invite_template(_: Request) -> HttpResponse:
    return csv_download(
        write_csv([*NEEDS, *MAY_HAVE], [("amina@yourcompany.example", "Amina")]),
        "colleagues-template.csv",
    )


def _employer(request: Request, public_id: str) -> Organisation:
    return get_object_or_404(led_by(request), public_id=public_id)


def _list(request: Request, employer: Organisation, public_id: str) -> Job:
    jobs = Job.objects.visible_to(request.user).of(LIST_OF_COLLEAGUES, employer.public_id)
    return get_object_or_404(jobs, public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("invitations/template.csv", invite_template, name="invite_template"),
    path("<slug:public_id>/invitations/", invite, name="invite"),
    path("<slug:public_id>/invitations/<slug:invitation_list>/", invite_report, name="invite_report"),
    path("<slug:public_id>/invitations/<slug:invitation_list>/stop/", invite_stop, name="invite_stop"),
    path("<slug:public_id>/invitations/<slug:invitation_list>/refused.csv", invite_refused, name="invite_refused"),
]

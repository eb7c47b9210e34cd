"""Many colleagues invited by letter, from a CSV file: the upload, what became of each row, and the files to
download.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.tables import UnreadableTable, write_csv
from onemm.mentoring.queries import refused_rows
from onemm.outreach import actions
from onemm.outreach.actions.invitations import MAY_HAVE, NEEDS
from onemm.people.permissions import Permission
from onemm.portals.employer.forms.invitations import ListForm
from onemm.portals.employer.views.home import led_by
from onemm.web.downloads import csv_download
from onemm.web.gate import requires
from onemm.web.requests import Request

LAST_REPORT = "last_invitations_report"
REASONS_SHOWN = 200


@requires(Permission.EMPLOYER_LEAD)
def invite(request: Request, public_id: str) -> HttpResponse:
    employer = get_object_or_404(led_by(request), public_id=public_id)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"]
        try:
            report = actions.invite_colleagues(employer=employer, content=content, by=request.user)
        except UnreadableTable as problem:
            form.add_error("file", str(problem))
        else:
            rows = refused_rows(content, report, needs=NEEDS, may_have=MAY_HAVE) if report.refused else ""
            request.session[LAST_REPORT] = {
                "place": public_id,
                "counts": report.counts(),
                "reasons": report.reasons,
                "rows": rows,
            }
            return redirect("employer:invite_report", public_id)
    return render(request, "employer/invitations/upload.html", {"employer": employer, "form": form})


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def invite_report(request: Request, public_id: str) -> HttpResponse:
    employer = get_object_or_404(led_by(request), public_id=public_id)
    kept = _kept(request, public_id)
    if kept is None:
        return redirect("employer:invite", public_id)
    context = {"employer": employer, "report": kept, "shown": kept["reasons"][:REASONS_SHOWN]}
    return render(request, "employer/invitations/report.html", context)


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def invite_refused(request: Request, public_id: str) -> HttpResponse:
    """The refused rows, once: after the download they are forgotten here."""
    get_object_or_404(led_by(request), public_id=public_id)
    kept = _kept(request, public_id)
    if not kept or not kept["rows"]:
        messages.info(request, "There are no refused rows to download. Send the list again to see them.")
        return redirect("employer:invite", public_id)
    rows, kept["rows"] = kept["rows"], ""
    request.session.modified = True
    return csv_download(rows, "rows-to-put-right.csv")


@requires(Permission.EMPLOYER_LEAD, methods=("GET",))
def invite_template(_: Request) -> HttpResponse:
    return csv_download(
        write_csv([*NEEDS, *MAY_HAVE], [("amina@yourcompany.example", "Amina")]),
        "colleagues-template.csv",
    )


def _kept(request: Request, public_id: str) -> dict[str, Any] | None:
    kept: dict[str, Any] | None = request.session.get(LAST_REPORT)
    return kept if kept is not None and kept["place"] == public_id else None


urlpatterns: list[URLPattern] = [
    path("invitations/template.csv", invite_template, name="invite_template"),
    path("<slug:public_id>/invitations/", invite, name="invite"),
    path("<slug:public_id>/invitations/report/", invite_report, name="invite_report"),
    path("<slug:public_id>/invitations/refused.csv", invite_refused, name="invite_refused"),
]

"""Many young people from a CSV file: the upload, what became of each row, and the files to download."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.tables import ImportReport, UnreadableTable, write_csv
from onemm.mentoring import actions, queries
from onemm.mentoring.actions.importing import MAY_HAVE, NEEDS
from onemm.people.permissions import Permission
from onemm.places.models import Programme
from onemm.portals.partner.forms.young_people import ListForm
from onemm.web.downloads import csv_download
from onemm.web.gate import requires
from onemm.web.requests import Request

LAST_REPORT = "last_list_report"
REASONS_SHOWN = 200
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
    if request.method == "POST" and form.is_valid():
        programme, content = form.cleaned_data["programme"], form.cleaned_data["file"]
        try:
            report = actions.import_young_people(programme=programme, content=content, by=request.user)
        except UnreadableTable as problem:
            form.add_error("file", str(problem))
        else:
            request.session[LAST_REPORT] = _kept(report, programme, content)
            return redirect("partner:list_report")
    return render(
        request,
        "partner/young_people/upload.html",
        {"form": form, "needs": NEEDS, "may_have": MAY_HAVE},
    )


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def report(request: Request) -> HttpResponse:
    kept = request.session.get(LAST_REPORT)
    if kept is None:
        return redirect("partner:list_upload")
    return render(
        request, "partner/young_people/report.html", {"report": kept, "shown": kept["reasons"][:REASONS_SHOWN]}
    )


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def refused(request: Request) -> HttpResponse:
    """The refused rows, once: after the download they are forgotten here."""
    kept = request.session.get(LAST_REPORT)
    if not kept or not kept["rows"]:
        messages.info(request, "There are no refused rows to download. Send the list again to see them.")
        return redirect("partner:list_upload")
    rows, kept["rows"] = kept["rows"], ""
    request.session.modified = True
    return csv_download(rows, "rows-to-put-right.csv")


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def template(_: Request) -> HttpResponse:
    return csv_download(write_csv([*NEEDS, *MAY_HAVE], [EXAMPLE]), "young-people-template.csv")


def _kept(report: ImportReport, programme: Programme, content: bytes) -> dict[str, object]:
    rows = queries.refused_rows(content, report, needs=NEEDS, may_have=MAY_HAVE) if report.refused else ""
    return {"programme": programme.name, "counts": report.counts(), "reasons": report.reasons, "rows": rows}


urlpatterns: list[URLPattern] = [
    path("young-people/upload/", upload, name="list_upload"),
    path("young-people/upload/report/", report, name="list_report"),
    path("young-people/upload/refused.csv", refused, name="list_refused"),
    path("young-people/upload/template.csv", template, name="list_template"),
]

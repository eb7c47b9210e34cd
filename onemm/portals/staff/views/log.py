"""The log, as it stands."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.audit.models import Entry
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.log import LogFilter
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.AUDIT_READ, methods=("GET",))
def log(request: Request) -> HttpResponse:
    """The newest entries first, by event or by row."""
    form = LogFilter(request.GET)
    entries = Entry.objects.order_by("-at", "-pk")
    if form.is_valid():
        if form.cleaned_data["event"]:
            entries = entries.filter(event__startswith=form.cleaned_data["event"])
        if form.cleaned_data["subject"]:
            entries = entries.about(form.cleaned_data["subject"])
    page = Paginator(entries, 50).get_page(request.GET.get("page"))
    names = dict(
        Person.objects.filter(public_id__in={entry.actor for entry in page}).values_list("public_id", "first_name")
    )
    rows = [
        (entry, _in_words(entry), names.get(entry.actor, "the platform" if not entry.actor else entry.actor))
        for entry in page
    ]
    return render(request, "staff/log/list.html", {"form": form, "page": page, "rows": rows})


def _in_words(entry: Entry) -> tuple[str, str]:
    """What happened, and the row it happened to, without the names of our modules."""
    kind, _, number = entry.subject.rpartition(".")[2].partition(":")
    return entry.event.replace(":", " ").replace("_", " ").capitalize(), f"{kind} {number}" if number not in {
        "",
        "None",
    } else kind


urlpatterns: list[URLPattern] = [path("log/", log, name="log")]

"""Who has applied, what has been gathered about them, and taking an application in hand."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.outreach.queries import people_to_ring
from onemm.people.access import can
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.applications import (
    Filter,
)
from onemm.recruitment import actions, queries
from onemm.recruitment.models import Application
from onemm.web.gate import requires
from onemm.web.requests import Request

PAGE = 50


def get_application_for(request: Request, public_id: str) -> Application:
    """Return an application that whoever asks may work on; anyone else's is not there."""
    rows = Application.objects.visible_to(request.user).for_screening_by(request.user)
    return get_object_or_404(rows.select_related("person__mentor_profile", "area"), public_id=public_id)


@requires(Permission.APPLICATION_READ, methods=("GET",))
def applications(request: Request) -> HttpResponse:
    form = Filter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = queries.applications_listed(
        request.user, state=asked.get("state", ""), name=asked.get("name", ""), sort=request.GET.get("sort", "")
    )
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "staff/applications/list.html",
        {
            "form": form,
            "page": page,
            "rows": [(row, queries.waits_of(row)) for row in page],
            "may_decide": can(request.user, Permission.APPLICATION_DECIDE),
            "queue": queries.queue_of(request.user),
            "overdue_after": queries.OVERDUE_AFTER_DAYS,
            "news_by_telephone": sum(bool(one.news) for one in people_to_ring(request.user)),
        },
    )


@requires(Permission.APPLICATION_READ, methods=("GET",))
def application(request: Request, public_id: str) -> HttpResponse:
    row = get_object_or_404(queries.whole_applications(request.user), public_id=public_id)
    return render(
        request,
        "staff/applications/detail.html",
        {
            "application": row,
            "answers": queries.answers_given(row),
            "references": row.references.all(),
            "referees": row.referees.all(),
            "interview": queries.interview_of(row),
            "earlier": queries.earlier_of(row),
            "check": queries.current_check_of(row),
            "advice": queries.check_advice_for(row),
            "criteria": queries.criteria_of(row),
            "timeline": queries.timeline_of(row),
            "decision": queries.decision_of(row),
            "appeal": queries.appeal_of(queries.decision_of(row)),
            "likenesses": [(one, queries.grounds_in_words(one)) for one in row.likenesses.all()],
            "waits": queries.waits_of(row),
        },
    )


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def screen(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    actions.start_screening(application=application, by=request.user)
    messages.success(
        request,
        f"{application.person.first_name} now knows that you look after this application. Next: two references, a talk "
        "and a check.",
    )
    return redirect("staff:application", public_id)


urlpatterns: list[URLPattern] = [
    path("applications/", applications, name="applications"),
    path("applications/<slug:public_id>/", application, name="application"),
    path("applications/<slug:public_id>/screen/", screen, name="application_screen"),
]

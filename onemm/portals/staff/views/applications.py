"""Screening: who has applied, what has been gathered, and the decision."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.clock import today
from onemm.lib.errors import Refused
from onemm.outreach.queries import people_to_ring
from onemm.people.access import can
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.applications import (
    CheckRequestForm,
    CheckResultForm,
    DecisionForm,
    Filter,
    InterviewForm,
    ReferenceForm,
    WorkForm,
)
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Application, Check
from onemm.web.forms import Form
from onemm.web.gate import requires
from onemm.web.requests import Request

PAGE = 50


def screened(request: Request, public_id: str) -> Application:
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
            "news_by_telephone": sum(bool(one.letters) for one in people_to_ring(request.user)),
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
    row = screened(request, public_id)
    actions.start_screening(application=row, by=request.user)
    messages.success(
        request,
        f"{row.person.first_name} now knows that you look after this application. Next: two references, a talk and a "
        "check.",
    )
    return redirect("staff:application", public_id)


@requires(Permission.APPLICATION_DECIDE)
def reference(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    named = row.referees.filter(public_id=request.GET.get("referee", "")).first()
    known = {"referee_name": named.name, "referee_email": named.email, "relation": named.relation} if named else {}
    form = ReferenceForm(request.POST or None, initial={"received_on": today(), **known})

    def keep() -> None:
        actions.record_reference(application=row, by=request.user, **form.cleaned_data)

    return written_down(
        request, row, form, keep, title="A reference", said="The reference is kept. Two are needed, from two people."
    )


@requires(Permission.APPLICATION_DECIDE)
def interview(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    form = InterviewForm(request.POST or None, initial={"held_on": today()})

    def keep() -> None:
        actions.record_interview(application=row, by=request.user, **form.cleaned_data)

    return written_down(request, row, form, keep, title="The conversation", said="The conversation is kept.")


@requires(Permission.APPLICATION_DECIDE)
def check_request(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    asked = WorkForm(request.GET or None)
    work = asked.cleaned_data if asked.is_valid() else {}
    advice = queries.check_advice_for(row, **work)
    form = CheckRequestForm(
        request.POST or None, lawful=advice.lawful, initial={"requested_on": today(), "level": advice.level}
    )

    def keep() -> None:
        asked_for = {name: value for name, value in form.cleaned_data.items() if name != "goes_out"}
        check = actions.request_check(application=row, by=request.user, work=work, **asked_for)
        if form.cleaned_data["goes_out"] and check.state == Check.State.REQUESTED:
            actions.hand_check_over(check=check, by=request.user)

    said = (
        "Noted. We write to the applicant once the form is with them: if you have not said so yet, say it here when "
        "it is."
    )
    return written_down(request, row, form, keep, title="Ask for a check", said=said, advice=advice, work=asked)


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def check_handover(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    actions.hand_check_over(check=_check_under_way(row), by=request.user)
    messages.success(request, f"We have written to {row.person.first_name} about what to do now.")
    return redirect("staff:application", public_id)


@requires(Permission.APPLICATION_DECIDE)
def check_result(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    check = _check_under_way(row)
    form = CheckResultForm(request.POST or None)

    def keep() -> None:
        try:
            actions.record_check_result(check=check, by=request.user, **form.cleaned_data)
        except refusals.CertificateWasUsed:
            actions.report_used_certificate(
                check=check, certificate_number=form.cleaned_data["certificate_number"], by=request.user
            )
            raise

    return written_down(request, row, form, keep, title="The result of the check", said="The result is kept.")


@requires(Permission.APPLICATION_DECIDE)
def decision(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    form = DecisionForm(request.POST or None)

    def keep() -> None:
        actions.decide_application(application=row, by=request.user, **form.cleaned_data)

    said = f"Decided. {row.person.first_name} gets a letter now."
    return written_down(request, row, form, keep, title="Decide", said=said, criteria=queries.criteria_of(row))


def _check_under_way(row: Application) -> Check:
    return get_object_or_404(row.checks.under_way().exclude(state=Check.State.NEEDS_DECISION))


def written_down(
    request: Request, row: Application, form: Form, keep: Callable[[], None], *, title: str, said: str, **more: Any
) -> HttpResponse:
    """Keep what the form holds and go back to the application; or show the form, with what was typed."""
    if form.is_valid():
        try:
            keep()
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, said)
            return redirect("staff:application", row.public_id)
    return render(request, "staff/applications/form.html", {"application": row, "form": form, "title": title, **more})


urlpatterns: list[URLPattern] = [
    path("applications/", applications, name="applications"),
    path("applications/<slug:public_id>/", application, name="application"),
    path("applications/<slug:public_id>/screen/", screen, name="application_screen"),
    path("applications/<slug:public_id>/reference/", reference, name="application_reference"),
    path("applications/<slug:public_id>/interview/", interview, name="application_interview"),
    path("applications/<slug:public_id>/check/", check_request, name="application_check_request"),
    path("applications/<slug:public_id>/check/handed-over/", check_handover, name="application_check_handover"),
    path("applications/<slug:public_id>/check/result/", check_result, name="application_check_result"),
    path("applications/<slug:public_id>/decision/", decision, name="application_decision"),
]

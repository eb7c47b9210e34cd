"""Screening an application: references, the interview, the check, and the decision."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.clock import today
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.applications import (
    CheckRequestForm,
    CheckResultForm,
    DecisionForm,
    InterviewForm,
    ReferenceForm,
    WorkForm,
)
from onemm.portals.staff.pages.application_forms import application_form_page, check_request_page, decision_page
from onemm.portals.staff.views.applications import get_application_for
from onemm.recruitment import actions, queries, refusals
from onemm.recruitment.models import Application, Check
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

FORM = "staff/applications/form.html"


def page_of(application: Application) -> str:
    return reverse("staff:application", args=[application.public_id])


@requires(Permission.APPLICATION_DECIDE)
def reference(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    known = _known_of_referee(application, request.GET.get("referee", ""))
    form = ReferenceForm(request.POST or None, initial={"received_on": today(), **known})
    sent = submit(
        request,
        form,
        lambda: actions.record_reference(application=application, by=request.user, **form.cleaned_data),
        to=page_of(application),
        done="The reference is kept. Two are needed, from two people.",
    )
    return sent or show(request, FORM, application_form_page(application, form, "A reference"))


@requires(Permission.APPLICATION_DECIDE)
def interview(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    form = InterviewForm(request.POST or None, initial={"held_on": today()})
    sent = submit(
        request,
        form,
        lambda: actions.record_interview(application=application, by=request.user, **form.cleaned_data),
        to=page_of(application),
        done="The conversation is kept.",
    )
    return sent or show(request, FORM, application_form_page(application, form, "The conversation"))


@requires(Permission.APPLICATION_DECIDE)
def check_request(request: Request, public_id: str) -> HttpResponse:
    application, work_form = get_application_for(request, public_id), WorkForm(request.GET or None)
    work = work_form.cleaned_data if work_form.is_valid() else {}
    advice = queries.check_advice_for(application, **work)
    known = {"requested_on": today(), "level": advice.level}
    form = CheckRequestForm(request.POST or None, lawful=advice.lawful, initial=known)

    def ask() -> None:
        given = dict(form.cleaned_data)
        goes_out = given.pop("goes_out")
        check = actions.request_check(application=application, by=request.user, work=work, **given)
        if goes_out and check.state == Check.State.REQUESTED:
            actions.hand_check_over(check=check, by=request.user)

    done = (
        "Noted. We write to the applicant once the form is with them: if you have not said so yet, say it here when "
        "it is."
    )
    sent = submit(request, form, ask, to=page_of(application), done=done)
    return sent or show(request, FORM, check_request_page(application, form, advice=advice, work=work_form))


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def check_handover(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    actions.hand_check_over(check=_check_under_way(application), by=request.user)
    messages.success(request, f"We have written to {application.person.first_name} about what to do now.")
    return redirect("staff:application", public_id)


@requires(Permission.APPLICATION_DECIDE)
def check_result(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    check, form = _check_under_way(application), CheckResultForm(request.POST or None)

    def record() -> None:
        try:
            actions.record_check_result(check=check, by=request.user, **form.cleaned_data)
        except refusals.CertificateWasUsed:
            number = form.cleaned_data["certificate_number"]
            actions.report_used_certificate(check=check, certificate_number=number, by=request.user)
            raise

    sent = submit(request, form, record, to=page_of(application), done="The result is kept.")
    return sent or show(request, FORM, application_form_page(application, form, "The result of the check"))


@requires(Permission.APPLICATION_DECIDE)
def decision(request: Request, public_id: str) -> HttpResponse:
    application, form = get_application_for(request, public_id), DecisionForm(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: actions.decide_application(application=application, by=request.user, **form.cleaned_data),
        to=page_of(application),
        done=f"Decided. {application.person.first_name} gets a letter now.",
    )
    return sent or show(request, FORM, decision_page(application, form))


def _known_of_referee(application: Application, public_id: str) -> dict[str, str]:
    """Return what the form need not ask about a referee the applicant named."""
    referee = application.referees.filter(public_id=public_id).first()
    if referee is None:
        return {}
    return {"referee_name": referee.name, "referee_email": referee.email, "relation": referee.relation}


def _check_under_way(application: Application) -> Check:
    return get_object_or_404(application.checks.under_way().exclude(state=Check.State.NEEDS_DECISION))


urlpatterns: list[URLPattern] = [
    path("applications/<slug:public_id>/reference/", reference, name="application_reference"),
    path("applications/<slug:public_id>/interview/", interview, name="application_interview"),
    path("applications/<slug:public_id>/check/", check_request, name="application_check_request"),
    path("applications/<slug:public_id>/check/handed-over/", check_handover, name="application_check_handover"),
    path("applications/<slug:public_id>/check/result/", check_result, name="application_check_result"),
    path("applications/<slug:public_id>/decision/", decision, name="application_decision"),
]

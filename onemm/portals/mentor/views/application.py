"""A mentor's way in: small steps that can be left and resumed, then a page that says how far it has come."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.outreach.actions import begin_from
from onemm.outreach.queries import source_from
from onemm.outreach.rules.expectations import KEPT_AS as EXPECTATIONS_KEPT_AS
from onemm.outreach.rules.expectations import is_accepted
from onemm.outreach.rules.sources import CAME_FROM
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.application import FORMS, Send
from onemm.portals.mentor.pages.application import application_page
from onemm.portals.mentor.pages.application_steps import CLOSED, address_of, check_page, preview_page, step_page
from onemm.recruitment import actions
from onemm.recruitment.models import Application
from onemm.recruitment.queries import (
    answers_of,
    application_of,
    gather,
)
from onemm.recruitment.rules.eligibility import KEPT_AS, eligibility_of
from onemm.recruitment.rules.steps import BY_SLUG, KEPT_UP_TO_DATE, STEPS, missing_from
from onemm.web.gate import requires, signed_in
from onemm.web.pages import show, submit
from onemm.web.requests import Request


def get_application_for(request: Request) -> Application:
    """Return the newest application of whoever asks."""
    newest = application_of(request.user)
    applications = Application.objects.visible_to(request.user).of(request.user).select_related("person", "area")
    return get_object_or_404(applications, pk=newest.pk if newest else None)


@signed_in
def application(request: Request) -> HttpResponse:
    row = application_of(request.user)
    is_looked_at = row is not None and row.state in {Application.State.SUBMITTED, Application.State.IN_SCREENING}
    if row is not None and is_looked_at:
        gather(row)
    page = application_page(
        row,
        is_eligible=eligibility_of(request.session.get(KEPT_AS) or {}).is_met,
        knows_what_to_expect=is_accepted(request.session.get(EXPECTATIONS_KEPT_AS) or {}),
    )
    return show(request, "mentor/application/overview.html", page)


@signed_in
def start(request: Request) -> HttpResponse:
    answers = request.session.get(KEPT_AS)
    if request.method != "POST" or (application_of(request.user) is not None and not _may_begin_again(request)):
        return redirect("mentor:application")
    if not answers:
        return redirect("public:eligibility")
    expectations = request.session.get(EXPECTATIONS_KEPT_AS) or {}
    if not is_accepted(expectations):
        return redirect("public:eligibility_expectations")
    begin_from(
        person=request.user,
        eligibility=answers,
        source=source_from(request.session.get(CAME_FROM)),
        expectations=expectations,
    )
    messages.success(request, "Your application is open. Everything you answer is kept, so you can stop and come back.")
    return redirect("mentor:application_step", STEPS[0].slug)


def _may_begin_again(request: Request) -> bool:
    row = application_of(request.user)
    return row is not None and row.state in CLOSED


@requires(Permission.APPLICATION_APPLY, methods=("GET",))
def preview(request: Request) -> HttpResponse:
    return show(request, "mentor/application/preview.html", preview_page(get_application_for(request)))


@requires(Permission.APPLICATION_APPLY)
def step(request: Request, step: str) -> HttpResponse:
    application = get_application_for(request)
    if step not in BY_SLUG:
        raise Http404
    if not application.is_being_written and (application.state in CLOSED or step not in KEPT_UP_TO_DATE):
        return redirect("mentor:application")
    asked = FORMS[step]
    form = asked(request.POST or None, initial=asked.from_answers(answers_of(application, step)))
    is_leaving = "leave" in request.POST

    def save() -> Application:
        actions.save_step(application=application, step=step, answers=form.answers(), by=request.user)
        application.refresh_from_db(fields=["steps_done", "state"])
        return application

    to, done = partial(_onward, is_leaving=is_leaving), partial(_on_saving, is_leaving=is_leaving)
    sent = submit(request, form, save, to=to, done=done)
    return sent or show(request, "mentor/application/step.html", step_page(application, BY_SLUG[step], form))


def _onward(application: Application, *, is_leaving: bool) -> str:
    """Return the way to the next open step; or out, when that was asked or when the application has been sent."""
    if is_leaving or not application.is_being_written:
        return reverse("mentor:application")
    missing = missing_from(application.steps_done)
    return address_of(missing[0]) if missing else reverse("mentor:application_check")


def _on_saving(application: Application, *, is_leaving: bool) -> str:
    if not application.is_being_written:
        return "Saved. We look for people with this in mind from now on."
    return "Saved. Come back whenever it suits you." if is_leaving else ""


@requires(Permission.APPLICATION_APPLY)
def check(request: Request) -> HttpResponse:
    application = get_application_for(request)
    if not application.is_being_written:
        return redirect("mentor:application")
    form = Send(request.POST or None)

    def send() -> None:
        actions.submit_application(application=application, by=request.user)

    done = "Your application is on its way. Somebody will read it and write to you within seven days."
    sent = submit(request, form, send, to=reverse("mentor:application"), done=done)
    return sent or show(request, "mentor/application/check.html", check_page(application, form))


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def pause(request: Request) -> HttpResponse:
    actions.pause_application(application=get_application_for(request), by=request.user)
    messages.success(request, "We wait. Nothing happens until you tell us to go on.")
    return redirect("mentor:application")


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def resume(request: Request) -> HttpResponse:
    actions.resume_application(application=get_application_for(request), by=request.user)
    messages.success(request, "Welcome back. The programme manager goes on where you stopped.")
    return redirect("mentor:application")


@requires(Permission.APPLICATION_APPLY, methods=("POST",))
def withdraw(request: Request) -> HttpResponse:
    actions.withdraw_application(application=get_application_for(request), by=request.user)
    messages.success(
        request, "Your application is closed. Thank you for thinking of us; you may apply again whenever you like."
    )
    return redirect("mentor:application")


urlpatterns: list[URLPattern] = [
    path("application/", application, name="application"),
    path("application/start/", start, name="application_start"),
    path("application/check-your-answers/", check, name="application_check"),
    path("application/preview/", preview, name="application_preview"),
    path("application/pause/", pause, name="application_pause"),
    path("application/go-on/", resume, name="application_resume"),
    path("application/withdraw/", withdraw, name="application_withdraw"),
    path("application/<slug:step>/", step, name="application_step"),
]

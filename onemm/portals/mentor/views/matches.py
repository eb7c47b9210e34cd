"""A mentor's page with one young person: the year, the next hour, writing it down, the agreement, the pulse."""

from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.mentoring import actions, queries
from onemm.mentoring.models import Match, Session
from onemm.mentoring.rules import AGREEMENT
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.matches import LogForm, PlanForm, PulseForm
from onemm.portals.mentor.pages.matches import log_page, match_page, page_of, plan_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.pairs import PairPages, PairWords
from onemm.web.requests import Request

PAIR = PairPages(
    portal="mentor",
    gate=Permission.MATCH_MENTOR,
    matches=lambda person: Match.objects.visible_to(person).filter(mentor=person),
    sessions=lambda person: Session.objects.visible_to(person).filter(match__mentor=person),
    other=lambda match: match.young_person,
    clauses=lambda name: ((clause.title, clause.to_mentor.format(other=name)) for clause in AGREEMENT),
    page=match_page,
    pulse_form=PulseForm,
    queries=queries,
    actions=actions,
    words=PairWords(
        agreement_title="Your agreement",
        agreement_heading="What you promise {name}",
        agreement_lede="Please read all of it. {name} reads the same promises, in their own words.",
        agreement_given="You have agreed to this.",
        agreed="Thank you. When {name} has agreed too, your year begins.",
        pulse_aside="Your coordinator reads it, and rings you if it would help. {name} never sees it.",
        pulse_given="Thank you. Your coordinator sees it, and will call if it would help.",
        lost_touch="Your coordinator knows, and will speak with you both within two working days.",
        called_off="It is called off, and we have told {name}. Next, choose another day.",
    ),
)


@requires(Permission.MATCH_MENTOR)
def plan(request: Request, public_id: str) -> HttpResponse:
    match = PAIR.own(request, public_id)
    form = PlanForm(request.POST or None)

    def plan_it() -> Session:
        typed = form.cleaned_data
        return actions.plan_session(
            match=match,
            by=request.user,
            at=typed["at"],
            channel=typed["channel"],
            where=typed["where"],
            purpose=typed["purpose"],
        )

    told = f"It is in both your diaries. We have told {match.young_person.first_name}."
    sent = submit(request, form, plan_it, to=page_of(match), done=told)
    return sent or show(request, "mentor/matches/plan.html", plan_page(match, form))


@requires(Permission.MATCH_MENTOR)
def log(request: Request, public_id: str) -> HttpResponse:
    return _log(request, PAIR.own(request, public_id), None)


@requires(Permission.MATCH_MENTOR)
def log_session(request: Request, public_id: str) -> HttpResponse:
    session = PAIR.own_session(request, public_id)
    return _log(request, session.match, session)


def _log(request: Request, match: Match, session: Session | None) -> HttpResponse:
    form = LogForm(request.POST or None, initial=LogForm.start(session))

    def log_it() -> Session:
        typed: dict[str, Any] = form.cleaned_data
        return actions.log_session(
            match=match, by=request.user, at=typed["at"], minutes=form.length, words=typed["words"], session=session
        )

    sent = submit(
        request,
        form,
        log_it,
        to=page_of(match),
        done="It is written down. Next, choose the day of your next hour.",
    )
    return sent or show(request, "mentor/matches/log.html", log_page(match, form))


urlpatterns: list[URLPattern] = [
    *PAIR.routes(),
    path("matches/<slug:public_id>/plan/", plan, name="plan"),
    path("matches/<slug:public_id>/log/", log, name="log"),
    path("sessions/<slug:public_id>/log/", log_session, name="log_session"),
]

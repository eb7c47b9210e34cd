"""A young person's page with their mentor: the year, the agreement, saying that they met, the pulse, losing touch."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.mentoring import actions, queries
from onemm.mentoring.models import Match, Session
from onemm.mentoring.rules import AGREEMENT
from onemm.people.permissions import Permission
from onemm.portals.young.forms.matches import MetForm, PulseForm
from onemm.portals.young.pages.matches import match_page, met_page, page_of
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.pairs import PairPages, PairWords
from onemm.web.requests import Request

PAIR = PairPages(
    portal="young",
    gate=Permission.MATCH_BE_MENTORED,
    matches=lambda person: Match.objects.visible_to(person).filter(young_person=person),
    sessions=lambda person: Session.objects.visible_to(person).filter(match__young_person=person),
    other=lambda match: match.mentor,
    clauses=lambda name: ((clause.title, clause.to_young_person.format(other=name)) for clause in AGREEMENT),
    page=match_page,
    pulse_form=PulseForm,
    queries=queries,
    actions=actions,
    words=PairWords(
        agreement_title="What you promise each other",
        agreement_heading="What you and {name} promise",
        agreement_lede=("Please read all of it. If something is not clear, ask your coordinator before you say yes."),
        agreement_given="You have said yes to this.",
        agreed="Thank you. When {name} has said yes too, your year begins.",
        pulse_aside="{name} never sees this. If you are in danger, call 999.",
        pulse_given="Thank you. Your coordinator sees it, and will talk with you if it would help.",
        lost_touch="Thank you for telling us. Your coordinator knows, and will talk with you within two working days.",
        called_off="It is called off, and we have told {name}. They will choose another day with you.",
    ),
)


@requires(Permission.MATCH_BE_MENTORED)
def met(request: Request, public_id: str) -> HttpResponse:
    session = PAIR.own_session(request, public_id)
    form = MetForm(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: actions.log_session(
            match=session.match, by=request.user, at=session.at, session=session, **form.cleaned_data
        ),
        to=page_of(session.match),
        done="It is written down, and counts towards your year.",
    )
    return sent or show(request, "young/matches/met.html", met_page(session, form))


urlpatterns: list[URLPattern] = [
    *PAIR.routes(),
    path("sessions/<slug:public_id>/met/", met, name="met"),
]

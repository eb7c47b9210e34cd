"""The pages of a pair, the same behind the mentor's door and the young person's.

A portal says whose door it is, in which words it speaks, and hands in what mentoring knows and does: the design system
lies beneath it and knows no matches.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.web.forms import Form
from onemm.web.gate import requires
from onemm.web.pages import Page, show, submit
from onemm.web.requests import Request


class Known(Protocol):
    """What mentoring tells of a pair (`mentoring.queries`)."""

    def agreed_by(self, match: Any) -> frozenset[int]: ...
    def pulse_this_month(self, match: Any, person: Person) -> Any | None: ...


class Done(Protocol):
    """What either of the two can do (`mentoring.actions`)."""

    def agree(self, *, match: Any, by: Person) -> object: ...
    def give_pulse(self, *, match: Any, by: Person, value: int, words: str) -> object: ...
    def say_lost_touch(self, *, match: Any, by: Person) -> object: ...
    def call_off_session(self, *, session: Any, by: Person) -> object: ...


@dataclass(frozen=True, kw_only=True)
class PairWords:
    """How a portal speaks to its reader; `{name}` is the other one's first name."""

    agreement_title: str
    agreement_heading: str
    agreement_lede: str
    agreement_given: str
    agreed: str
    pulse_aside: str
    pulse_given: str
    lost_touch: str
    called_off: str


@dataclass(frozen=True, kw_only=True)
class AgreementPage:
    """What the two promise each other, and the button for whoever has not said yes."""

    title: str
    heading: str
    lede: str
    back_url: str
    clauses: tuple[tuple[str, str], ...]
    given: str = ""
    can_agree: bool = False


@dataclass(frozen=True, kw_only=True)
class PulsePage:
    """One number a month."""

    heading: str
    back_url: str
    form: Form
    is_given: bool
    aside: str


@dataclass(frozen=True, kw_only=True)
class PairPages:
    """The pages of a pair behind one portal's door.

    `matches` and `sessions` are the reader's own; `other` is who the reader is paired with; `clauses` puts the
    agreement in the reader's words; `page` makes what `<portal>/matches/match.html` prints.
    """

    portal: str
    gate: Permission
    matches: Callable[[Person], QuerySet[Any]]
    sessions: Callable[[Person], QuerySet[Any]]
    other: Callable[[Any], Person]
    clauses: Callable[[str], Iterable[tuple[str, str]]]
    page: Callable[[Any, Person], Page]
    pulse_form: type[Form]
    words: PairWords
    queries: Known
    actions: Done

    def routes(self) -> list[URLPattern]:
        gate, sending = requires(self.gate), requires(self.gate, methods=("POST",))
        at = "matches/<slug:public_id>/"
        return [
            path(at, requires(self.gate, methods=("GET",))(self.match), name="match"),
            path(f"{at}agreement/", gate(self.agreement), name="agreement"),
            path(f"{at}pulse/", gate(self.pulse), name="pulse"),
            path(f"{at}lost-touch/", sending(self.lost_touch), name="lost_touch"),
            path("sessions/<slug:public_id>/call-off/", sending(self.call_off), name="call_off"),
        ]

    def match(self, request: Request, public_id: str) -> HttpResponse:
        page = self.page(self.own(request, public_id), request.user)
        return show(request, f"{self.portal}/matches/match.html", page)

    def agreement(self, request: Request, public_id: str) -> HttpResponse:
        match = self.own(request, public_id)
        if request.method == "POST":
            try:
                self.actions.agree(match=match, by=request.user)
            except Refused as refusal:
                messages.warning(request, str(refusal))
            else:
                messages.success(request, self._say(self.words.agreed, match))
            return redirect(self.page_of(match))
        has_agreed = request.user.pk in self.queries.agreed_by(match)
        page = AgreementPage(
            title=self.words.agreement_title,
            heading=self._say(self.words.agreement_heading, match),
            lede=self._say(self.words.agreement_lede, match),
            back_url=self.page_of(match),
            clauses=tuple(self.clauses(self.other(match).first_name)),
            given=self.words.agreement_given if has_agreed else "",
            can_agree=match.is_open and not has_agreed,
        )
        return show(request, "pairs/agreement.html", page)

    def pulse(self, request: Request, public_id: str) -> HttpResponse:
        match = self.own(request, public_id)
        given = self.queries.pulse_this_month(match, request.user)
        form = self.pulse_form(
            request.POST or None, initial={"value": given.value, "words": given.words} if given else None
        )
        sent = submit(
            request,
            form,
            lambda: self.actions.give_pulse(match=match, by=request.user, **form.cleaned_data),
            to=self.page_of(match),
            done=self.words.pulse_given,
        )
        page = PulsePage(
            heading=f"You and {self.other(match).first_name}, this month",
            back_url=self.page_of(match),
            form=form,
            is_given=given is not None,
            aside=self._say(self.words.pulse_aside, match),
        )
        return sent or show(request, "pairs/pulse.html", page)

    def lost_touch(self, request: Request, public_id: str) -> HttpResponse:
        match = self.own(request, public_id)
        self.actions.say_lost_touch(match=match, by=request.user)
        messages.success(request, self.words.lost_touch)
        return redirect(self.page_of(match))

    def call_off(self, request: Request, public_id: str) -> HttpResponse:
        session = self.own_session(request, public_id)
        self.actions.call_off_session(session=session, by=request.user)
        messages.success(request, self._say(self.words.called_off, session.match))
        return redirect(self.page_of(session.match))

    def own(self, request: Request, public_id: str) -> Any:
        """Return the reader's own match, or answer as if there were none."""
        matches = self.matches(request.user).select_related("mentor", "young_person")
        return get_object_or_404(matches, public_id=public_id)

    def own_session(self, request: Request, public_id: str) -> Any:
        """Return a session of the reader's own match, or answer as if there were none."""
        sessions = self.sessions(request.user).select_related("match__mentor", "match__young_person")
        return get_object_or_404(sessions, public_id=public_id)

    def page_of(self, match: Any) -> str:
        return reverse(f"{self.portal}:match", args=[match.public_id])

    def _say(self, words: str, match: Any) -> str:
        return words.format(name=self.other(match).first_name)

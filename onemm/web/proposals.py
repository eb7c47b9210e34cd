"""Would you like to meet? The page of a proposal, the same for both who are asked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.web.forms import Form, WordsField
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

YES = "yes"


class AnswerForm(Form):
    """Yes or no, and why not if someone wishes to say. Who reads the reason is said by each portal."""

    answer = forms.ChoiceField(
        label="What do you say?",
        choices=[(YES, "Yes, I would like to meet"), ("no", "No, not this time")],
        widget=forms.RadioSelect,
    )
    reason = WordsField(label="If no, would you like to say why?", rows=2, max_length=300, required=False)

    def __init__(self, *args: Any, reason_help: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = reason_help


class Answer(Protocol):
    """What answers a proposal (`matching.actions`)."""

    def __call__(self, *, proposal: Any, by: Person, yes: bool, reason: str) -> object: ...


@dataclass(frozen=True)
class Notice:
    """Where an answered proposal stands."""

    kind: str
    title: str
    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True)
class AboutMentor:
    """What a young person reads of a mentor besides their first name, and nothing more."""

    occupation: str
    retired: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class ProposalPage:
    """Who it is, why we thought of them, and what the reader can answer.

    `form` says what was wrong with an answer, or with a change of mind; it is drawn while the reader `is_asked`. With
    `change_of_mind` they said yes, and may still say no.
    """

    title: str
    heading: str
    eyebrow: str
    lede: str
    young_person: str
    mentor: str
    reasons: tuple[str, ...]
    about: AboutMentor | None = None
    where: str = ""
    form: Form
    is_asked: bool = False
    notice: Notice | None = None
    change_of_mind: str = ""
    match_url: str = ""
    good_to_know: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProposalPages:
    """The page of a proposal behind one portal's door. `yes` and `no` are what is said after an answer."""

    portal: str
    gate: Permission
    proposals: Callable[[Person], QuerySet[Any]]
    answer: Answer
    page: Callable[[Any, AnswerForm], ProposalPage]
    reason_help: str
    yes: str
    no: str

    def routes(self) -> list[URLPattern]:
        return [path("proposals/<slug:public_id>/", requires(self.gate)(self.proposal), name="proposal")]

    def proposal(self, request: Request, public_id: str) -> HttpResponse:
        proposal = self._own(request, public_id)
        form = AnswerForm(request.POST or None, reason_help=self.reason_help)

        def answer() -> bool:
            says_yes: bool = form.cleaned_data["answer"] == YES
            self.answer(proposal=proposal, by=request.user, yes=says_yes, reason=form.cleaned_data["reason"])
            return says_yes

        sent = submit(
            request,
            form,
            answer,
            to=lambda says_yes: request.path if says_yes else reverse(f"{self.portal}:home"),
            done=lambda says_yes: self.yes if says_yes else self.no,
        )
        return sent or show(request, "pairs/proposal.html", self.page(proposal, form))

    def _own(self, request: Request, public_id: str) -> Any:
        proposals = self.proposals(request.user).select_related(
            "enrolment__person", "enrolment__programme__site", "mentor__mentor_profile", "match"
        )
        return get_object_or_404(proposals, public_id=public_id)

"""May I apply? The questions, the answer, and what the year is really like."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from onemm.recruitment.rules.eligibility import Eligibility, Question
from onemm.web.forms import Form

SIX_STEPS = "six small steps, about ten minutes. You can stop and come back. It does not bind you to anything."


@dataclass(frozen=True)
class QuestionsPage:
    """Four questions, open to all."""

    form: Form


@dataclass(frozen=True)
class ExpectationsPage:
    """Seven honest statements, each to be said yes to."""

    form: Form


@dataclass(frozen=True)
class YesPage:
    """You can apply: what comes next, and the way in for those who have an account."""

    what_follows: str
    sign_in: str


@dataclass(frozen=True)
class NotYetPage:
    """Not yet: why, and what there is to do instead."""

    in_the_way: tuple[Question, ...]


def yes_page(*, is_signed_in: bool) -> YesPage:
    if is_signed_in:
        return YesPage(f"Then comes the application: {SIX_STEPS}", sign_in="")
    account = "Then you make an account, so that your answers are kept and only you can see them"
    return YesPage(
        f"{account}; your four answers come with you. After that comes the application: {SIX_STEPS}",
        sign_in=onward("account_login"),
    )


def not_yet_page(outcome: Eligibility) -> NotYetPage:
    return NotYetPage(outcome.in_the_way)


def onward(name: str) -> str:
    """Return the address of a door that leads on to the application."""
    return f"{reverse(name)}?{urlencode({'next': reverse('mentor:application')})}"

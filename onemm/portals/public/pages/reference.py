"""The pages behind a referee's private link."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.recruitment.models import Referee
from onemm.web.forms import Form


@dataclass(frozen=True)
class ReferencePage:
    """The questions, and the way to say that one would rather not."""

    referee: str
    applicant: str
    applicant_first_name: str
    form: Form
    rather_not: str


@dataclass(frozen=True)
class RatherNotPage:
    """A page of its own, so that nobody says no by a slip of the finger."""

    applicant_first_name: str
    back: str


@dataclass(frozen=True)
class ClosedPage:
    """Why there is nothing to answer: it was answered, declined, or is needed no more."""

    title: str
    lede: str
    remark: str = ""
    asks_all_the_same: bool = False


def reference_page(referee: Referee, form: Form, key: str) -> ReferencePage:
    applicant = referee.application.person
    return ReferencePage(
        referee=referee.name,
        applicant=applicant.full_name,
        applicant_first_name=applicant.first_name,
        form=form,
        rather_not=reverse("public:reference_rather_not", args=[key]),
    )


def rather_not_page(referee: Referee, key: str) -> RatherNotPage:
    return RatherNotPage(referee.application.person.first_name, reverse("public:reference", args=[key]))


def closed_page(referee: Referee) -> ClosedPage:
    applicant = referee.application.person.first_name
    if referee.state == Referee.State.ANSWERED:
        return ClosedPage(
            f"Thank you, {referee.name}",
            f"We have your words about {applicant}. The people who decide read them, and you need do nothing more.",
            remark="If you think of something else that we should know, answer our letter.",
        )
    if referee.state == Referee.State.DECLINED:
        return ClosedPage(
            "Thank you for telling us",
            f"We ask {applicant} for another name, and do not say why. You hear from us no more.",
        )
    return ClosedPage(
        "We need no answer any more",
        f"Thank you for coming. Either {applicant} has named somebody else, or the application has been decided, or "
        "this link is older than 30 days.",
        asks_all_the_same=True,
    )

"""What staff write down about an application: what must be known for it, and the form."""

from dataclasses import dataclass, replace

from django.urls import reverse

from onemm.portals.staff.pages.notices import Notice
from onemm.recruitment.models import Appeal, Application, Likeness
from onemm.recruitment.queries import CheckAdvice, criteria_of, grounds_in_words
from onemm.web.cells import Tag, When
from onemm.web.forms import Form


@dataclass(frozen=True)
class CriterionLine:
    """One criterion, whether it is met, and what is there."""

    tag: Tag
    words: str
    note: str


@dataclass(frozen=True, kw_only=True)
class ApplicationFormPage:
    """A form about an application. `work` asks, in the address, for what the notices rest on; `not_yet` says what the
    criteria forbid.
    """

    title: str
    name: str
    back: str
    form: Form
    notices: tuple[Notice, ...] = ()
    work: Form | None = None
    criteria: tuple[CriterionLine, ...] = ()
    not_yet: Notice | None = None


def application_form_page(application: Application, form: Form, title: str) -> ApplicationFormPage:
    """Return a form for which nothing else must be known."""
    back = reverse("staff:application", args=[application.public_id])
    return ApplicationFormPage(title=title, name=application.person.full_name, back=back, form=form)


def check_request_page(application: Application, form: Form, *, advice: CheckAdvice, work: Form) -> ApplicationFormPage:
    """Return the form that asks for a check, with the level that the work calls for."""
    page = application_form_page(application, form, "Ask for a check")
    return replace(page, notices=_on_level(advice), work=work)


def decision_page(application: Application, form: Form) -> ApplicationFormPage:
    """Return the form that decides, with every criterion as it stands today."""
    report = criteria_of(application)
    open_still = Notice("", ("While a criterion is open you can decline, but not approve.",), tone="wait")
    lines = tuple(
        CriterionLine(Tag("Met", "good") if criterion.is_met else Tag("Open", "wait"), criterion.words, criterion.note)
        for criterion in report.criteria
    )
    page = application_form_page(application, form, "Decide")
    return replace(page, criteria=lines, not_yet=None if report.is_met else open_still)


def appeal_page(appeal: Appeal, form: Form) -> ApplicationFormPage:
    """Return the form that answers an appeal, with what the applicant asks and what was decided."""
    decision = appeal.decision
    declined = f"{decision.decided_by.full_name} declined on {When(decision.decided_at).words}: {decision.reasons}"
    page = application_form_page(decision.application, form, "A second look at the decision")
    return replace(page, notices=(Notice("What the applicant asks", (appeal.words,), small=declined),))


def likeness_page(likeness: Likeness, form: Form) -> ApplicationFormPage:
    """Return the form that says whether two applicants are one person, with what is alike. Never why the other was
    turned away.
    """
    application, other = likeness.application, likeness.other
    grounds = grounds_in_words(likeness)
    who = f"{application.person.full_name} and {other.person.full_name} ({other.area or 'no area'}): {grounds}."
    page = application_form_page(application, form, "One person or two?")
    return replace(page, notices=(Notice("What is alike", (who, _who_to_ask(other))),))


def _on_level(advice: CheckAdvice) -> tuple[Notice, ...]:
    small = (
        f"{advice.clause}. A suggestion for you to review, not legal advice; look at it again by "
        f"{When(advice.review_on).words}."
    )
    level = Notice(str(advice.level.label), (advice.reason,), small=small)
    if not advice.is_stale:
        return (level,)
    words = "The law may have changed. Ask the safeguarding lead before you send a form."
    return level, Notice("This rule is past its review date", (words,), tone="late")


def _who_to_ask(other: Application) -> str:
    if other.state == Application.State.DECLINED:
        return (
            f"The other application was declined on {When(other.over_at).words}. Ask whoever decided there what you "
            "need to know."
        )
    return "Before you say what it is, speak to the safeguarding lead."

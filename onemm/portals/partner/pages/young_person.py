"""One young person as their coordinator sees them: what they hope for, their mentor, their consent and their card."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.mentoring import queries
from onemm.mentoring.models import Enrolment
from onemm.people.models import Consent
from onemm.portals.partner.forms.young_people import ConsentForm, WishesForm, wishes_in_words
from onemm.portals.partner.pages.young_people import pair_of
from onemm.web.cells import LinkCell, Tag, When


@dataclass(frozen=True)
class WishesPart:
    """What they hope for, and the form that changes it; open where something in it is to be put right."""

    words: tuple[tuple[str, str], ...]
    form: WishesForm
    url: str
    is_open: bool


@dataclass(frozen=True)
class MentorPart:
    """Everyone they were paired with; without anyone, how long they have waited."""

    pairs: tuple[tuple[Tag, LinkCell], ...]
    waits: str
    best_url: str


@dataclass(frozen=True)
class ConsentPart:
    """The consent that stands; `who` is empty where none does."""

    who: str
    given_on: str
    receipt: str
    url: str


@dataclass(frozen=True)
class CardPart:
    """Signing in."""

    words: str
    value: str
    url: str


@dataclass(frozen=True, kw_only=True)
class YoungPersonPage:
    """A young person. Whoever has left has no wishes to change, no card to get and nowhere to leave."""

    name: str
    first_name: str
    reference: str
    back_url: str
    left: str
    wishes: WishesPart
    mentor: MentorPart
    consent: ConsentPart
    consent_form: ConsentForm
    card: CardPart
    leave_url: str


def young_person_page(
    enrolment: Enrolment, *, form: WishesForm | None = None, consent_form: ConsentForm | None = None
) -> YoungPersonPage:
    """Return it, with a form as it was sent in vain."""
    person, consent = enrolment.person, queries.standing_consent_of(enrolment.person)
    ago = When(enrolment.left_at, "ago").words
    return YoungPersonPage(
        name=person.full_name,
        first_name=person.first_name,
        reference=enrolment.reference,
        back_url=reverse("partner:young_people"),
        left=f"They left {ago} and are not suggested a mentor." if ago else "",
        wishes=_wishes(enrolment, form),
        mentor=_mentor(enrolment, has_consent=consent is not None),
        consent=_consent(enrolment, consent),
        consent_form=consent_form or ConsentForm(),
        card=_card(enrolment),
        leave_url=reverse("partner:young_person_leave", args=[enrolment.public_id]),
    )


def wishes_of(enrolment: Enrolment) -> dict[str, object]:
    """Return what they hope for, by the names of the form's fields."""
    return {name: getattr(enrolment, name) for name in WishesForm.base_fields}


def _wishes(enrolment: Enrolment, form: WishesForm | None) -> WishesPart:
    kept = wishes_of(enrolment)
    return WishesPart(
        words=tuple(wishes_in_words(kept)),
        form=form or WishesForm(initial=kept),
        url=reverse("partner:young_person", args=[enrolment.public_id]),
        is_open=bool(form and form.errors),
    )


def _mentor(enrolment: Enrolment, *, has_consent: bool) -> MentorPart:
    pairs = tuple(pair_of(match) for match in enrolment.matches.select_related("mentor"))
    if pairs:
        return MentorPart(pairs, "", "")
    if enrolment.left_at:
        return MentorPart((), "They had none.", "")
    since = enrolment.waiting_since
    waits = f"Waiting since {When(since).words}, {When(since, 'ago').words}."
    if not has_consent:
        return MentorPart((), f"{waits} Matching looks for a mentor once their consent stands.", "")
    best_url = reverse("partner:best_five", args=[enrolment.public_id])
    return MentorPart((), f"{waits} The next matching round will look for a mentor.", best_url)


def _consent(enrolment: Enrolment, consent: Consent | None) -> ConsentPart:
    at = [enrolment.public_id]
    if consent is None:
        return ConsentPart("", "", "", reverse("partner:consent_record", args=at))
    return ConsentPart(
        who=consent.guardian_name or enrolment.person.first_name,
        given_on=When(consent.given_on).words,
        receipt=consent.public_id,
        url=reverse("partner:consent_withdraw", args=at),
    )


def _card(enrolment: Enrolment) -> CardPart:
    card = enrolment.person.cards.filter(revoked_at=None).first()
    made = When(card.issued_at, "ago").words if card else ""
    words = f"Has a card, made {made}. A new one ends the old one." if card else "Has no card yet."
    return CardPart(words, enrolment.public_id, reverse("partner:cards_issue"))

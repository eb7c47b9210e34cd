"""A partner's young people: the list, adding one, and their sign-in cards."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from onemm.mentoring import queries
from onemm.mentoring.models import Enrolment, Match
from onemm.people.models import Person
from onemm.portals.partner.forms.young_people import YoungPeopleFilter, YoungPersonForm
from onemm.web.cells import LinkCell, Part, Small, Tag, Text, TickCell, When
from onemm.web.drawn_tables import Bulk, BulkButton, DrawnTable, Empty
from onemm.web.qr import drawing_of
from onemm.web.tables import Column, Table


@dataclass(frozen=True)
class YoungPeoplePage:
    """Everyone who was put forward. Without a programme there is nobody to list, and the first thing is to open one."""

    add_url: str
    upload_url: str
    programmes_url: str
    table: DrawnTable | None


@dataclass(frozen=True)
class AddPage:
    """One young person: who they are, who said yes, and what they hope for."""

    back_url: str
    form: YoungPersonForm


@dataclass(frozen=True)
class SignInCard:
    """A card with its code, to be cut out."""

    name: str
    reference: str
    code: str


@dataclass(frozen=True)
class CardsPage:
    """Cards that have just been made; their codes are shown this once."""

    back_url: str
    cards: tuple[SignInCard, ...]
    address: str
    drawing: str


def young_people_page(reader: Person, address: QueryDict) -> YoungPeoplePage:
    add_url = reverse("partner:young_person_add")
    return YoungPeoplePage(
        add_url=add_url,
        upload_url=reverse("partner:list_upload"),
        programmes_url=reverse("partner:programmes"),
        table=_drawn(reader, address, add_url) if queries.programmes_to_fill(reader).exists() else None,
    )


def add_page(form: YoungPersonForm) -> AddPage:
    return AddPage(reverse("partner:young_people"), form)


def cards_page(fresh: Iterable[Mapping[str, str]]) -> CardsPage:
    address = f"{settings.ADDRESS.rstrip('/')}{reverse('public:card')}"
    cards = tuple(SignInCard(card["name"], card["reference"], card["code"]) for card in fresh)
    return CardsPage(reverse("partner:young_people"), cards, address, drawing_of(address))


def _drawn(reader: Person, address: QueryDict, add_url: str) -> DrawnTable:
    asked = YoungPeopleFilter(address, person=reader)
    buttons = (BulkButton("Make sign-in cards for those ticked"),)
    # Whoever has left signs in no more.
    bulk = None if asked.shows_those_who_left else Bulk(buttons, reverse("partner:cards_issue"))
    return young_people_table(add_url).drawn(queries.put_forward_for(reader), address, filter=asked, bulk=bulk)


def young_people_table(add_url: str) -> Table[Enrolment]:
    return Table(
        caption="Young people",
        caption_unseen=True,
        noun="young people",
        order=("is_matched", "waiting_since", "pk"),
        columns=(
            Column("Name", _name),
            Column("Programme", lambda enrolment: enrolment.programme.name),
            Column("Where things stand", standing_of),
            Column("Sign-in card", lambda enrolment: "Has one" if vars(enrolment)["has_card"] else "Not yet"),
        ),
        tone=lambda enrolment: "late" if _lacks_consent(enrolment) else "",
        tick=lambda enrolment: TickCell(enrolment.public_id, f"{enrolment.person.first_name}, {enrolment.reference}"),
        empty=Empty(
            title="Nobody to show here",
            text="Add a young person, or choose something else above. You need their consent, or their guardian’s if "
            "they are under 16.",
            label="Add a young person",
            url=add_url,
        ),
    )


def _name(enrolment: Enrolment) -> tuple[Part, ...]:
    link = LinkCell(enrolment.person.full_name, reverse("partner:young_person", args=[enrolment.public_id]))
    return link, Small(enrolment.reference)


def standing_of(enrolment: Enrolment) -> tuple[Part, ...]:
    """Return the first thing there is to say about a young person who came with `put_forward_for`."""
    if enrolment.left_at:
        return (Tag("Has left"),)
    if _lacks_consent(enrolment):
        return (Tag("No consent", "late"),)
    known: dict[str, Any] = vars(enrolment)
    for match in known["open_matches"]:
        return pair_of(match)
    since = enrolment.waiting_since
    return Tag("Waiting", "wait"), Text(f"since {When(since, 'j F').words}, {When(since, 'ago').words}")


def pair_of(match: Match) -> tuple[Tag, LinkCell]:
    """Return where a pair stands, and the way to it."""
    link = LinkCell(f"with {match.mentor.first_name}", reverse("partner:pair", args=[match.public_id]))
    return Tag.of(Match.State(match.state)), link


def _lacks_consent(enrolment: Enrolment) -> bool:
    return enrolment.left_at is None and not vars(enrolment)["has_consent"]

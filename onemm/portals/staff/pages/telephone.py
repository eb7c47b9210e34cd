"""Applicants without an e-mail address: whom to ring, and what to tell one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from onemm.outreach.queries.telephone import ToRing, ToTell
from onemm.portals.staff.pages.forms import FormPage
from onemm.recruitment.models import Telephone
from onemm.web.cells import NOTHING, LinkCell, Part, Small, Text, When
from onemm.web.drawn_tables import DrawnTable, Empty
from onemm.web.forms import Form
from onemm.web.tables import Column, Table

YOU_RING = "People to ring"


@dataclass(frozen=True)
class ToRingPage:
    """Those with news first, waiting longest on top."""

    lede: str
    back: str
    rings_url: str
    table: DrawnTable


@dataclass(frozen=True)
class FreshCode:
    """A code that is read out now, and where it is typed."""

    code: str
    address: str


@dataclass(frozen=True)
class News:
    """An e-mail that was never sent; its words where they may be read out."""

    public_id: str
    subject: str
    when: str
    words: str


@dataclass(frozen=True)
class CallerPage:
    """What to tell someone, and a new code for them."""

    name: str
    first_name: str
    number: str
    back: str
    back_label: str
    fresh: FreshCode | None
    news: tuple[News, ...]
    told_url: str
    code_url: str


def to_ring_page(people: Sequence[ToRing], address: QueryDict) -> ToRingPage:
    return ToRingPage(
        lede="They have no e-mail address. What others read in a letter, they hear from you.",
        back=reverse("staff:applications"),
        rings_url=reverse("staff:rings"),
        table=PEOPLE.drawn(people, address),
    )


def rings_page(form: Form) -> FormPage:
    return FormPage(
        title="Somebody rings to apply",
        lede="For people without an e-mail address. Read the questions and the seven statements out as they stand, and "
        "write down what they say.",
        back=reverse("staff:to_ring"),
        back_label=YOU_RING,
        form=form,
        button="Open their application",
        kind="gold",
        is_prose=True,
    )


def caller_page(telephone: Telephone, emails: Sequence[ToTell], code: str) -> CallerPage:
    address = f"{settings.ADDRESS.partition('://')[2]}{reverse('public:card')}"
    return CallerPage(
        name=telephone.person.full_name,
        first_name=telephone.person.first_name,
        number=telephone.number,
        back=reverse("staff:to_ring"),
        back_label=YOU_RING,
        fresh=FreshCode(code, address) if code else None,
        news=tuple(_news(each) for each in emails),
        told_url=reverse("staff:caller_told", args=[telephone.public_id]),
        code_url=reverse("staff:caller_code", args=[telephone.public_id]),
    )


def _news(to_tell: ToTell) -> News:
    email = to_tell.email
    return News(email.public_id, email.subject, f"Written {When(email.written_at, 'ago').words}", to_tell.words)


def _who(to_ring: ToRing) -> LinkCell:
    telephone = to_ring.telephone
    return LinkCell(telephone.person.full_name, reverse("staff:caller", args=[telephone.public_id]))


def _number(to_ring: ToRing) -> LinkCell:
    return LinkCell(to_ring.telephone.number, f"tel:{to_ring.telephone.number}")


def _first_news(to_ring: ToRing) -> tuple[Part, ...]:
    if not to_ring.news:
        return (Text("Nothing new"),)
    subject, many = Text(to_ring.news[0].email.subject), len(to_ring.news)
    return (subject, Small(f"{many} e-mails in all")) if many > 1 else (subject,)


def _since(to_ring: ToRing) -> When:
    first = next(iter(to_ring.news), None)
    return When(first.email.written_at if first else None, "ago", otherwise=NOTHING)


PEOPLE: Table[ToRing] = Table(
    caption="People without an e-mail address",
    caption_unseen=True,
    noun="",
    columns=(
        Column("Who", _who),
        Column("Number", _number, kind="nowrap"),
        Column("News for them", _first_news),
        Column("Waiting since", _since),
    ),
    tone=lambda to_ring: "wait" if to_ring.news else "",
    empty=Empty(
        title="Nobody to ring",
        text="When somebody without an e-mail address rings and would like to mentor, open their application here "
        "while you talk.",
    ),
)

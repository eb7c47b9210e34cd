"""Whom to ring, and what to tell them."""

from dataclasses import dataclass

from onemm.notifications.models import Email
from onemm.notifications.readers import Reader
from onemm.people.models import Person
from onemm.recruitment.models import Telephone


@dataclass(frozen=True)
class ToTell:
    """An e-mail that was never sent, because there is no address to send it to.

    Whoever screens may read out the words of what is written to an applicant. Of the rest they see the subject; the
    reader has it at home.
    """

    email: Email
    words: str


@dataclass(frozen=True)
class ToRing:
    """Someone without an e-mail address, and the e-mails that they have neither read nor been told, oldest first."""

    telephone: Telephone
    news: tuple[ToTell, ...]


def people_to_ring(staff: Person) -> list[ToRing]:
    """Return everyone without an e-mail address whom this member of staff looks after; those with news first, waiting
    longest on top.
    """
    telephones = list(Telephone.objects.visible_to(staff).filter(person__email=None).select_related("person"))
    news: dict[int, list[ToTell]] = {telephone.person_id: [] for telephone in telephones}
    unsent = Email.objects.filter(to__in=news, read_at=None, secret=False, address="")
    for email in unsent.order_by("written_at", "pk"):
        news[email.to_id or 0].append(ToTell(email, email.body if email.reader == Reader.APPLICANT else ""))
    to_ring = [ToRing(telephone, tuple(news[telephone.person_id])) for telephone in telephones]
    return sorted(
        to_ring,
        key=lambda caller: (
            not caller.news,
            caller.news[0].email.written_at if caller.news else caller.telephone.noted_at,
        ),
    )

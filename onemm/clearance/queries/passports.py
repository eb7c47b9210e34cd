"""What a passport says, whether it stands, and which no longer do."""

from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.utils import timezone

from onemm.clearance.models import Passport
from onemm.clearance.queries.cleared import cleared_mentors, is_cleared
from onemm.clearance.rules import WORDS, Outcome, Says, Trained, Verdict, claims_of, list_claims, verdict_on
from onemm.lib import signing
from onemm.lib.clock import now, today
from onemm.people.models import Person
from onemm.recruitment.models import Check


def passport_of(person: Person) -> Passport | None:
    """Return someone's newest passport, standing or not."""
    return Passport.objects.filter(person=person).order_by("-issued_at", "-pk").first()


def is_good(passport: Passport) -> bool:
    """Say whether it stands today.

    Asked of its holder's readiness each time: the list of ended ones may be a moment behind.
    """
    return passport.ended_at is None and passport.expires_on > today() and is_cleared(passport.person)


def says(passport: Passport) -> Says:
    """Return what a passport says, as it was on the day of its issue."""
    return Says(
        name=passport.holder_name,
        check_level=Check.Level(passport.check_level).label,
        checked_on=passport.checked_on,
        approved_on=passport.approved_on,
        issued_at=passport.issued_at,
        ends_at=_midnight(passport),
        training=tuple(
            Trained(
                course["title"],
                course["version"],
                course["minutes"],
                datetime.fromisoformat(course["passed_on"]).date(),
            )
            for course in passport.training
        ),
    )


def file_of(passport: Passport) -> str:
    """Return the passport as a signed file (`vc+jwt`)."""
    return signing.sign(
        claims_of(
            says(passport),
            address=settings.ADDRESS,
            key=passport.key,
            email=passport.person.email or "",
            list_number=passport.list_number,
            place=passport.place,
        ),
        kind="vc+jwt",
    )


def keys() -> dict[str, Any]:
    """Return the keys by which passports and lists are verified, as a JSON Web Key Set."""
    return {"keys": [signing.public_key()]}


def list_numbers() -> range:
    """Return the numbers of the lists that there are; the first is there from the beginning."""
    return range(1, (Passport.objects.aggregate(last=Max("list_number"))["last"] or 1) + 1)


def list_of(number: int) -> str:
    """Return one list of those that are no longer valid, signed, as it is now.

    On it is whoever's passport was ended, and whoever could not be given one today: readiness is asked, not remembered.
    """
    good = Passport.objects.standing().filter(person__in=cleared_mentors().values("pk"))
    places = (
        Passport.objects.filter(list_number=number)
        .exclude(pk__in=good.order_by().values("pk"))
        .order_by()
        .values_list("place", flat=True)
    )
    return signing.sign(list_claims(address=settings.ADDRESS, number=number, places=places, at=now()), kind="vc+jwt")


def checked_passport(token: str) -> Verdict:
    """Verify a passport that someone was shown, against what we know this minute."""
    verdict = verdict_on(token, keys=keys(), revoked=None, at=now())
    if verdict.outcome is not Outcome.UNLISTED:
        return verdict
    key = str(signing.read(token)["jti"]).rstrip("/").rpartition("/")[2]
    passport = Passport.objects.select_related("person").filter(key=key).first()
    outcome = Outcome.VALID if passport is not None and is_good(passport) else Outcome.REVOKED
    return Verdict(outcome, WORDS[outcome], verdict.says, now())


def holders_no_longer_cleared() -> list[int]:
    """Return the numbers of the people whose passport stands and should not."""
    stray = Passport.objects.standing().exclude(person__in=cleared_mentors().values("pk"))
    return list(stray.order_by("person").values_list("person", flat=True))


def passport_shown(key: str) -> Passport | None:
    """Return the passport behind an address, if its holder lets it be seen."""
    return Passport.objects.filter(key=key, is_shown=True).select_related("person").first()


def _midnight(passport: Passport) -> datetime:
    """A passport ends as its last day begins, where the programme runs, like the check it goes by."""
    return timezone.make_aware(datetime.combine(passport.expires_on, time.min)).astimezone(UTC)

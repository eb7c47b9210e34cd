"""The young people a partner has put forward, and where each stands."""

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from onemm.mentoring.models import Enrolment, Match
from onemm.people import access
from onemm.people.models import Consent, Person, SignInCard
from onemm.people.permissions import Permission
from onemm.places.models import Programme

LEFT = "left"
STANDINGS = (
    ("waiting", "Waiting for a mentor"),
    ("matched", "Has a mentor"),
    ("no_consent", "No consent"),
    (LEFT, "Has left"),
)


def programmes_to_fill(person: Person) -> "QuerySet[Programme]":
    """Open programmes to which someone may add young people."""
    scope = access.scope_of(person, Permission.ENROLMENT_MANAGE)
    return (
        Programme.objects.open().visible_to(scope).select_related("organisation").order_by("organisation__name", "name")
    )


def young_people_of(person: Person, *, standing: str = "", programme: Programme | None = None) -> "QuerySet[Enrolment]":
    """Return the places someone manages, those who wait longest first. Without a standing, those who left are left
    out.
    """
    return in_standing(put_forward_for(person), standing=standing, programme=programme)


def put_forward_for(person: Person) -> "QuerySet[Enrolment]":
    """Return every place someone manages, those who left among them; those who wait longest first.

    Each has `has_consent`, `is_matched` and `has_card`, and its open match in `open_matches`.
    """
    consent = Consent.objects.filter(young_person=OuterRef("person"), withdrawn_at=None)
    card = SignInCard.objects.filter(person=OuterRef("person"), revoked_at=None)
    open_match = Match.objects.open().filter(enrolment=OuterRef("pk"))
    return (
        Enrolment.objects.visible_to(person)
        .exclude(person=person)
        .annotate(has_consent=Exists(consent), has_card=Exists(card), is_matched=Exists(open_match))
        .select_related("person", "programme")
        .prefetch_related(Prefetch("matches", Match.objects.open().select_related("mentor"), to_attr="open_matches"))
        .order_by("is_matched", "waiting_since", "pk")
    )


def in_standing(
    enrolments: "QuerySet[Enrolment]", *, standing: str = "", programme: Programme | None = None
) -> "QuerySet[Enrolment]":
    """Return what is left of the places when one standing, or one programme, is asked for."""
    if programme is not None:
        enrolments = enrolments.filter(programme=programme)
    if standing == LEFT:
        return enrolments.filter(left_at__isnull=False)
    return enrolments.filter(left_at=None, **_ASKED.get(standing, {}))


_ASKED: dict[str, dict[str, bool]] = {
    "waiting": {"is_matched": False, "has_consent": True},
    "matched": {"is_matched": True},
    "no_consent": {"has_consent": False},
}

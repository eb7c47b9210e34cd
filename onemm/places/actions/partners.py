"""Making organisations known."""

from django.db import transaction

from onemm.audit import actions as audit
from onemm.audit.actions import Actor
from onemm.lib.names import tidy_name
from onemm.places.models import Area, Organisation
from onemm.places.queries import area_of
from onemm.places.refusals import NameIsTaken


@transaction.atomic
def add_partner(
    *, name: str, by: Actor | None, kind: str = Organisation.Kind.PARTNER, area: Area | None = None, postcode: str = ""
) -> Organisation:
    """Add an organisation, a partner unless `kind` says otherwise, to an area, named or found by its postcode.

    :raises NameIsTaken: one of this kind has the name, in whatever letters.
    """
    tidy = tidy_name(name)
    if Organisation.objects.select_for_update().filter(kind=kind, name__iexact=tidy).exists():
        raise NameIsTaken(field="name")
    organisation = Organisation.objects.create(
        kind=kind, name=tidy, area=area or (area_of(postcode) if postcode else None)
    )
    audit.record("organisation:added", subject=organisation, by=by, kind=str(kind))
    return organisation

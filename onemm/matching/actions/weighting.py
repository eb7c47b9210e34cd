"""Setting what matters in a programme."""

from collections.abc import Mapping

from django.db import transaction

from onemm.audit import actions as audit
from onemm.matching.models import Weighting
from onemm.matching.queries import standing_weights
from onemm.matching.refusals import NothingHasChanged, NothingMatters, WeightsHaveMovedOn
from onemm.matching.rules import are_choices
from onemm.mentoring.refusals import ProgrammeIsClosed
from onemm.people.models import Person
from onemm.places.models import Programme


@transaction.atomic
def set_weights(*, programme: Programme, by: Person, choices: Mapping[str, int], instead_of: int) -> Weighting:
    """Keep a new version of what matters in a programme, from its next round on. Earlier rounds keep what they went by.

    `choices` are seven choices from 0 to 5 by component (`matching.rules`); `instead_of` is the version that they were
    weighed against, 0 for the usual ones.

    :raises NothingMatters: they are all 0, or not seven choices.
    :raises ProgrammeIsClosed: it has no more rounds.
    :raises WeightsHaveMovedOn: someone else has set a newer version in the meantime.
    :raises NothingHasChanged: they are what the programme goes by already.
    """
    if not are_choices(choices):
        raise NothingMatters
    programme = Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)
    if programme.closed_at is not None:
        raise ProgrammeIsClosed
    standing = standing_weights(programme)
    if standing.version != instead_of:
        raise WeightsHaveMovedOn
    if dict(choices) == standing.choices:
        raise NothingHasChanged
    weighting = Weighting.objects.create(
        programme=programme, version=standing.version + 1, choices=dict(choices), set_by=by
    )
    audit.record(
        "weights:set",
        subject=weighting,
        by=by,
        programme=programme.public_id,
        version=weighting.version,
        **dict(choices),
    )
    return weighting

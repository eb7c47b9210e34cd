"""What runs regularly about pairs."""

from onemm.lib.tasks import task
from onemm.mentoring.actions.moments import offer_where_due
from onemm.mentoring.passports.actions import end_passports_of
from onemm.mentoring.passports.queries import holders_no_longer_cleared


@task
def offer_units_for_the_moment(**_: object) -> None:
    """Offer mentors a short unit when it has gone quiet for a month, or when the goodbye is near; each once."""
    offer_where_due()


@task
def end_passports_that_do_not_hold(**_: object) -> None:
    """End the passports of whoever is not approved, checked, trained and free of restrictions any more, however that
    came about.
    """
    for number in holders_no_longer_cleared():
        end_passports_of(person_id=number, by=None)

"""What runs regularly about who is cleared."""

from onemm.clearance.actions import end_passports_of
from onemm.clearance.queries.passports import holders_no_longer_cleared
from onemm.lib.tasks import task


@task
def end_passports_that_do_not_hold(**_: object) -> None:
    """End the passports of everyone who is no longer approved, checked, trained and free of restrictions, however that
    came about.
    """
    for number in holders_no_longer_cleared():
        end_passports_of(person_id=number, by=None)

"""What clearance does when it hears news from beneath."""

from onemm.clearance.actions import end_passports_of
from onemm.lib.events import hears
from onemm.recruitment.events import CheckNoLongerCounts
from onemm.safeguarding.events import RestrictionWasImposed


@hears(RestrictionWasImposed)
def let_no_passport_outlive_a_restriction(news: RestrictionWasImposed) -> None:
    end_passports_of(person_id=news.person_id, by=None)


@hears(CheckNoLongerCounts)
def let_no_passport_outlive_a_check(news: CheckNoLongerCounts) -> None:
    end_passports_of(person_id=news.person_id, by=None)

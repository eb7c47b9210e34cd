"""What matching does when it hears news from beneath."""

from onemm.lib.events import hears
from onemm.matching.actions import lapse_proposals_of
from onemm.people.events import ConsentWasWithdrawn
from onemm.safeguarding.events import RestrictionWasImposed


@hears(RestrictionWasImposed)
def let_go_of_proposals(news: RestrictionWasImposed) -> None:
    lapse_proposals_of(person_id=news.person_id, reason="Contact is paused.")


@hears(ConsentWasWithdrawn)
def let_go_without_consent(news: ConsentWasWithdrawn) -> None:
    lapse_proposals_of(person_id=news.young_person_id, reason="Consent was withdrawn.")

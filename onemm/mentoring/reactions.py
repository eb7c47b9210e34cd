"""What mentoring does when it hears news from beneath."""

from onemm.lib.events import hears
from onemm.mentoring.actions import pause_matches_of, resume_matches_of
from onemm.mentoring.models import Match
from onemm.people.events import ConsentWasWithdrawn
from onemm.recruitment.events import CheckCountsAgain, CheckNoLongerCounts
from onemm.safeguarding.events import RestrictionWasImposed, RestrictionWasLifted


@hears(RestrictionWasImposed)
def stop_every_meeting(news: RestrictionWasImposed) -> None:
    pause_matches_of(person_id=news.person_id, why=Match.Pause.RESTRICTION)


@hears(RestrictionWasLifted)
def let_them_meet_again(news: RestrictionWasLifted) -> None:
    resume_matches_of(person_id=news.person_id, why=Match.Pause.RESTRICTION)


@hears(CheckNoLongerCounts)
def stop_meetings_without_a_check(news: CheckNoLongerCounts) -> None:
    pause_matches_of(person_id=news.person_id, why=Match.Pause.CHECK)


@hears(CheckCountsAgain)
def let_checked_mentors_meet_again(news: CheckCountsAgain) -> None:
    resume_matches_of(person_id=news.person_id, why=Match.Pause.CHECK)


@hears(ConsentWasWithdrawn)
def stop_meetings_without_consent(news: ConsentWasWithdrawn) -> None:
    pause_matches_of(person_id=news.young_person_id, why=Match.Pause.CONSENT)

"""What recruitment does when it hears news from beneath."""

from onemm.lib.events import hears
from onemm.recruitment.actions.likenesses import notice_those_like
from onemm.recruitment.models import Application
from onemm.safeguarding.events import RestrictionWasImposed


@hears(RestrictionWasImposed)
def look_for_those_like_somebody_barred(news: RestrictionWasImposed) -> None:
    for application in Application.objects.filter(person=news.person_id, submitted_at__isnull=False).select_related(
        "person"
    ):
        notice_those_like(application)

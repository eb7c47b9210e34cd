"""What becomes a to-do when places change. They tell; it is raised and closed here."""

from onemm.lib.events import hears
from onemm.places.events import EnquiryWasAnswered, SomebodyAskedToJoin
from onemm.places.models import Enquiry
from onemm.worklist.actions import sync_again


@hears(SomebodyAskedToJoin)
def _ask_for_an_answer(news: SomebodyAskedToJoin) -> None:
    sync_again(subject=Enquiry.objects.get(pk=news.enquiry_id))


@hears(EnquiryWasAnswered)
def _note_the_answer(news: EnquiryWasAnswered) -> None:
    sync_again(subject=Enquiry.objects.get(pk=news.enquiry_id))

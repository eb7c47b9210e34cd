"""Who invites, and who will see the answer."""

from onemm.outreach.models import Invitation
from onemm.people.models import Person
from onemm.places.models import Organisation
from onemm.portals.public.forms.invitations import No
from onemm.portals.public.pages.invitations import InvitedPage, invited_page


def page_of(employer: Organisation | None) -> InvitedPage:
    by = Person(first_name="Ruth", last_name="Adler")
    return invited_page(Invitation(by=by, employer=employer, token="a-token"), No())


def test_an_employers_invitation_names_it_and_says_what_it_sees() -> None:
    page = page_of(Organisation(name="Northern Rail"))
    assert page.title == "Ruth Adler at Northern Rail thinks you would be good at this"
    assert page.who_sees.startswith("Northern Rail sees how many of its people take part, never who")


def test_a_mentors_invitation_promises_that_they_do_not_see_the_answer() -> None:
    page = page_of(None)
    assert page.title == "Ruth Adler thinks you would be good at this"
    assert page.who_sees == "Ruth does not see what you answer."

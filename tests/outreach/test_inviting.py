"""Letters that ask people in: from an employer's list, from a mentor; answered, declined for good, or forgotten after
sixty days.
"""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from onemm.lib.clock import now, today
from onemm.lib.tables import UnreadableTable
from onemm.notifications.models import Letter
from onemm.outreach import actions, refusals
from onemm.outreach.actions.invitations import MOST_ROWS
from onemm.outreach.models import DoNotWrite, Invitation, PersonalLink
from onemm.outreach.queries import Source, asking_of, source_from
from onemm.outreach.queries.addresses import digest_of, may_invite
from onemm.outreach.tasks import forget_old_invitations
from onemm.people.models import Person, RoleGrant
from onemm.recruitment.models import Application
from tests.cast import Cast
from tests.factories.mentoring import a_ready_mentor
from tests.factories.outreach import YES_TO_ALL
from tests.factories.recruitment import ELIGIBLE, a_started_application

pytestmark = pytest.mark.django_db
GOOD = b"email,first_name\nbea@works.example,Bea\ncal@works.example,\n"


def invite(cast: Cast, content: bytes = GOOD) -> dict[str, int]:
    return actions.invite_colleagues(employer=cast.employer, content=content, by=cast.ruth).counts()


def reasons(cast: Cast, content: bytes) -> list[tuple[int, str]]:
    return actions.invite_colleagues(employer=cast.employer, content=content, by=cast.ruth).reasons


def an_invitation(cast: Cast, email: str = "bea@works.example") -> Invitation:
    invite(cast, f"email\n{email}\n".encode())
    return Invitation.objects.get(digest=digest_of(email), state="sent")


def test_each_good_row_is_one_letter_and_nobody_is_made_known_or_vetted(cast: Cast) -> None:
    assert cast.ruth
    people = (Person.objects.count(), RoleGrant.objects.count())
    assert invite(cast) == {"read": 2, "added": 2, "changed": 0, "unchanged": 0, "refused": 0}
    letter = Letter.objects.get(address="bea@works.example")
    assert letter.to is None
    assert "Ruth Adeyemi at Northern Rail Works" in letter.subject
    assert letter.link == f"/invited/{Invitation.objects.get(email='bea@works.example').token}/"
    assert (Person.objects.count(), RoleGrant.objects.count()) == people
    assert not Application.objects.exists()


def test_the_same_list_again_changes_nothing(cast: Cast) -> None:
    invite(cast)
    assert invite(cast) == {"read": 2, "added": 0, "changed": 0, "unchanged": 2, "refused": 0}
    assert Letter.objects.filter(kind="invitation to mentor").count() == Invitation.objects.count() == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_office_encoding_and_separator_will_do(cast: Cast, encoding: str, separator: str) -> None:
    invite(cast, f"E-Mail{separator}First Name\nzoe@works.example{separator}Zoé\n".encode(encoding))
    assert Invitation.objects.get().first_name == "Zoé"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("=cmd|'/c calc'!A1@works.example,Bea", "formula"),
        ("bea@works.example,=1+1", "formula"),
        ("+441612345678,Bea", "formula"),
        ("@works.example,Bea", "formula"),
        ("＝1+1@works.example,Bea", "formula"),
        (",Bea", "no e-mail address"),
        ("bea at works,Bea", "not an e-mail"),
        ("bea@works.example, " + "x" * 81, "more than 80"),
        ("b" * 250 + "@works.example,", "not an e-mail"),
        ("bea@works.example\u2028bcc:x@y.example,", "not an e-mail"),
    ],
)
def test_a_bad_row_comes_back_with_its_reason_and_the_good_one_is_kept(cast: Cast, row: str, why: str) -> None:
    found = reasons(cast, f"email,first_name\n{row}\ngood@works.example,Good\n".encode())
    assert len(found) == 1
    assert why in found[0][1]
    assert [one.email for one in Invitation.objects.all()] == ["good@works.example"]


def test_two_spellings_of_one_mailbox_are_one_person(cast: Cast) -> None:
    found = reasons(cast, b"email\nbea@works.example\nBEA+news@works.example\n")
    assert found == [(3, "The same address is in row 2.")]


@pytest.mark.parametrize(
    "content", [b"", b"name\nBea\n", b"email\n\0\0\n", ("email\n" + "a@b.example\n" * (MOST_ROWS + 1)).encode()]
)
def test_a_file_that_cannot_be_used_keeps_nothing(cast: Cast, content: bytes) -> None:
    with pytest.raises(UnreadableTable):
        invite(cast, content)
    assert not Invitation.objects.exists()


def test_a_line_break_in_a_name_writes_no_header(cast: Cast) -> None:
    invite(cast, b'email,first_name\nbea@works.example,"Bea\nBcc: all@works.example"\n')
    letter = Letter.objects.get(kind="invitation to mentor")
    assert "\n" not in letter.subject
    assert "\nBcc" not in letter.body


def test_who_has_applied_is_young_or_was_asked_by_another_is_left_alone(cast: Cast) -> None:
    a_started_application(cast, cast.lena)
    Person.objects.filter(pk=cast.theo.pk).update(email="theo@example.org")
    an_invitation(cast, "asked@example.org")
    counts = invite(cast, b"email\nlena@example.org\ntheo@example.org\nasked+x@example.org\n")
    assert (counts["unchanged"], counts["added"], counts["refused"]) == (3, 0, 0)


def test_an_accepted_invitation_forgets_the_address_and_becomes_a_source(cast: Cast) -> None:
    invitation = an_invitation(cast)
    actions.accept_invitation(invitation=invitation)
    invitation.refresh_from_db()
    assert (invitation.state, invitation.email, invitation.first_name) == ("accepted", "", "")
    assert source_from({"invitation": invitation.token}) == Source("letter", employer=cast.employer)
    with pytest.raises(refusals.InvitationIsOver):
        actions.decline_invitation(invitation=invitation, for_good=True)


@pytest.mark.parametrize("for_good", [True, False])
def test_a_no_is_kept_without_the_address(cast: Cast, for_good: bool) -> None:
    actions.decline_invitation(invitation=an_invitation(cast), for_good=for_good)
    assert not Invitation.objects.exclude(email="").exists()
    assert DoNotWrite.objects.exists() is for_good
    assert may_invite("BEA+work@works.example") is not for_good
    assert invite(cast)["added"] == 1  # the other row; the same employer does not ask again either way


def test_never_again_holds_for_another_employer_and_its_digest_says_nothing(cast: Cast) -> None:
    actions.decline_invitation(invitation=an_invitation(cast), for_good=True)
    a_ready_mentor(cast)
    with pytest.raises(refusals.WeMayNotWrite):
        actions.invite_colleague(by=cast.amina, email="bea@works.example")
    assert "bea@" not in DoNotWrite.objects.get().digest


def test_sixty_days_without_an_answer_forget_the_address_and_running_twice_does_no_harm(cast: Cast) -> None:
    invitation = an_invitation(cast)
    forget_old_invitations()
    assert Invitation.objects.get(pk=invitation.pk).state == "sent"
    Invitation.objects.filter(pk=invitation.pk).update(expires_on=today() - timedelta(days=1))
    with pytest.raises(refusals.InvitationIsOver):
        actions.accept_invitation(invitation=invitation)
    forget_old_invitations()
    forget_old_invitations()
    invitation.refresh_from_db()
    assert (invitation.state, invitation.email) == ("expired", "")
    assert an_invitation(cast).pk != invitation.pk  # a new list, months later, may ask again


def test_the_last_day_still_counts(cast: Cast) -> None:
    invitation = an_invitation(cast)
    Invitation.objects.filter(pk=invitation.pk).update(expires_on=today())
    forget_old_invitations()
    actions.accept_invitation(invitation=invitation)


@pytest.mark.parametrize("wrong", [{"state": "declined"}, {"state": "expired"}])
def test_the_database_keeps_no_address_of_an_answered_invitation(cast: Cast, wrong: dict[str, str]) -> None:
    invitation = an_invitation(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(**wrong)


def test_the_database_keeps_the_day_of_an_answer_and_one_open_letter_per_mailbox(cast: Cast) -> None:
    invitation = an_invitation(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(state="accepted", email="")
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(by=cast.ruth, digest=invitation.digest)


def test_a_mentor_sends_five_letters_a_week_and_not_six(cast: Cast) -> None:
    a_ready_mentor(cast)
    for number in range(5):
        actions.invite_colleague(by=cast.amina, email=f"friend{number}@example.net", first_name="Fi")
    with pytest.raises(refusals.EnoughLettersThisWeek):
        actions.invite_colleague(by=cast.amina, email="friend6@example.net")
    assert asking_of(cast.amina).this_week == 5
    Invitation.objects.update(sent_at=now() - timedelta(days=8))
    actions.invite_colleague(by=cast.amina, email="friend6@example.net")


def test_only_an_approved_mentor_invites_and_has_a_link(cast: Cast) -> None:
    a_started_application(cast, cast.other_mentor)
    with pytest.raises(refusals.OnlyMentorsInvite):
        actions.invite_colleague(by=cast.other_mentor, email="friend@example.net")
    with pytest.raises(refusals.OnlyMentorsInvite):
        actions.make_personal_link(person=cast.other_mentor)


def test_a_letter_goes_to_an_address(cast: Cast) -> None:
    a_ready_mentor(cast)
    with pytest.raises(refusals.AddressIsWrong):
        actions.invite_colleague(by=cast.amina, email="friend at example")


def test_a_mentors_link_is_made_once_and_leads_an_application_back_to_them(cast: Cast) -> None:
    a_ready_mentor(cast)
    link = actions.make_personal_link(person=cast.amina)
    assert actions.make_personal_link(person=cast.amina) == link == PersonalLink.objects.get()
    source = source_from({"mentor": link.token})
    actions.begin_from(person=cast.lena, eligibility=dict(ELIGIBLE), source=source, expectations=YES_TO_ALL)
    assert asking_of(cast.amina).begun == 1


def test_an_unanswered_letter_is_no_source(cast: Cast) -> None:
    assert source_from({"invitation": an_invitation(cast).token}) == Source()
    assert source_from({"mentor": "nobody"}) == Source()

"""Would you like to meet this mentor?"""

from django.urls import reverse

from onemm.matching.models import Proposal
from onemm.matching.queries import reasons_of
from onemm.matching.rules import Reader
from onemm.mentors.models import MentorProfile
from onemm.people.models import Person
from onemm.web.proposals import AboutMentor, AnswerForm, Notice, ProposalPage

ASKS = "It is your choice. You meet only if you both say yes, and somebody you know is there when you do."
OVER = "It is not about you. We are looking for somebody else, and ask you when we have found them."
WAITS = "We are waiting for {name} to answer, and tell you as soon as we know."


def proposal_page(proposal: Proposal, form: AnswerForm) -> ProposalPage:
    """Return what a young person reads of a mentor: first name, work, and their own words."""
    name, match = proposal.mentor.first_name, proposal.match
    is_asked = proposal.can_be_answered and proposal.young_person_yes_at is None
    has_said_yes = proposal.can_be_answered and not is_asked
    return ProposalPage(
        title="A mentor you may like",
        heading=f"You and {name}" if match else f"Would you like to meet {name}?",
        eyebrow="How it began" if match else "A mentor we thought of for you",
        lede="You both said yes, and you have met." if match else ASKS,
        young_person=proposal.enrolment.person.first_name,
        mentor=name,
        about=_about(proposal.mentor),
        reasons=reasons_of(proposal, to=Reader.YOUNG_PERSON),
        form=form,
        is_asked=is_asked,
        notice=None if is_asked or match else _notice(proposal, name),
        change_of_mind=f"That is fine. {name} is told kindly, and we look for somebody else for you."
        if has_said_yes
        else "",
        match_url=reverse("young:match", args=[match.public_id]) if match else "",
        good_to_know=(
            "Please answer within two weeks.",
            "If you say no, nobody asks you why, and you can still have a mentor.",
        )
        if is_asked
        else (),
    )


def _about(mentor: Person) -> AboutMentor | None:
    profile: MentorProfile | None = getattr(mentor, "mentor_profile", None)
    return AboutMentor(profile.occupation, profile.retired, profile.words) if profile else None


def _notice(proposal: Proposal, name: str) -> Notice:
    if not proposal.can_be_answered:
        return Notice("plain", "This did not go ahead", OVER, reverse("young:home"), "Go to your page")
    if proposal.state == Proposal.State.ACCEPTED:
        words = "You will be brought together within two weeks. We tell you when."
        return Notice("good", "You both said yes", words)
    return Notice("wait", "You said yes", WAITS.format(name=name))

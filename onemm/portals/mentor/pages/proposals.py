"""Would you like to meet this young person?"""

from django.urls import reverse

from onemm.matching.models import Proposal
from onemm.matching.queries import reasons_of
from onemm.matching.rules import Reader
from onemm.web.proposals import AnswerForm, Notice, ProposalPage

WAITS = "We are waiting for {name} to answer, and tell you as soon as we know."


def proposal_page(proposal: Proposal, form: AnswerForm) -> ProposalPage:
    name, match = proposal.enrolment.person.first_name, proposal.match
    is_asked = proposal.can_be_answered and proposal.mentor_yes_at is None
    has_said_yes = proposal.can_be_answered and not is_asked
    return ProposalPage(
        title="Somebody you may like to meet",
        heading=f"You and {name}" if match else f"Would you like to meet {name}?",
        eyebrow="How it began" if match else "A young person we thought of",
        lede="You both said yes, and you have met."
        if match
        else "You meet only if you both say yes, and somebody from the school or group is there when you do.",
        young_person=name,
        mentor=proposal.mentor.first_name,
        reasons=reasons_of(proposal, to=Reader.MENTOR),
        where=""
        if match
        else f"You would meet at or near {proposal.enrolment.programme.site.name}, or online if that suits you both.",
        form=form,
        is_asked=is_asked,
        notice=None if is_asked or match else _notice(proposal, name),
        change_of_mind=f"{name} is told kindly, and we look for somebody else for both of you." if has_said_yes else "",
        match_url=reverse("mentor:match", args=[match.public_id]) if match else "",
        good_to_know=(
            f"Please answer within two weeks, so that {name} is not left waiting.",
            "Saying no is fine. It is better than a yes that you cannot keep.",
        )
        if is_asked
        else (),
    )


def _notice(proposal: Proposal, name: str) -> Notice:
    if not proposal.can_be_answered:
        words = "You are still on our list. We write when we have thought of somebody else."
        return Notice("plain", "This did not go ahead", words, reverse("mentor:home"), "Go to your page")
    if proposal.state == Proposal.State.ACCEPTED:
        words = "The coordinator brings you together within two weeks, and tells you when."
        return Notice("good", "You both said yes", words)
    return Notice("wait", "You said yes", WAITS.format(name=name))

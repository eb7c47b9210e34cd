"""What is written about a proposal. First names only; no score, no distance, and never whose no it was."""

from onemm.notifications.kinds import Kind, declare_kinds
from onemm.notifications.readers import Reader

declare_kinds(
    __name__,
    Kind(
        name="proposal.offered_to_mentor",
        readers=(Reader.MENTOR,),
        when="We have thought of a young person for them.",
        samples=[
            {"young_person": "Theo", "reasons": reasons}
            for reasons in (["You work in engineering, which is what Theo hopes to do"], [])
        ],
        link="proposal",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.offered_to_young_person",
        readers=(Reader.YOUNG_PERSON,),
        when="We have thought of a mentor for them.",
        samples=[
            {"mentor": "Amina", "reasons": reasons}
            for reasons in (["Amina works in engineering, which is what you hope to do"], [])
        ],
        link="proposal",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.accepted",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="Both said yes.",
        samples=[{"other": "Theo"}],
        link="proposal",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.accepted_for_coordinator",
        readers=(Reader.COORDINATOR,),
        when="Both said yes, and wait to be introduced.",
        samples=[{"pair": "Theo and Amina"}],
        link="introduction",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.mentor_declined",
        readers=(Reader.YOUNG_PERSON,),
        when="The mentor said no.",
        samples=[{"mentor": "Amina"}],
        link="proposal",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.young_person_declined",
        readers=(Reader.MENTOR,),
        when="The young person said no.",
        samples=[{"young_person": "Theo"}],
        link="proposal",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.declined_for_coordinator",
        readers=(Reader.COORDINATOR,),
        when="One of the two said no. Never who.",
        samples=[{"pair": "Theo and Amina"}],
        link="round",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.lapsed",
        readers=(
            Reader.MENTOR,
            Reader.YOUNG_PERSON,
        ),
        when="It will not be: nobody answered in time, or something came between. Never why.",
        samples=[{"other": "Theo"}],
        link="proposal",
        has_id=True,
        occasion=("proposal",),
    ),
    Kind(
        name="proposal.lapsed_for_coordinator",
        readers=(Reader.COORDINATOR,),
        when="An offer is over without an answer.",
        samples=[{"pair": "Theo and Amina"}],
        link="round",
        has_id=True,
        occasion=("proposal",),
    ),
)

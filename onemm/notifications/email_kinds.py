"""What is written when people and places change, and what the libraries write."""

from onemm.notifications.kinds import Kind, declare_kinds
from onemm.notifications.readers import Reader

declare_kinds(
    __name__,
    Kind(
        name="account.message",
        readers=(Reader.OUTSIDER,),
        when="The sign-in library writes: a code, a link for a new password, or word of a change to an account.",
        samples=[{"subject": "Your sign-in code", "words": "Hello,\n\nYour code is K7FM-2QXD."}],
        secret=True,
        is_greeted=False,
    ),
    Kind(
        name="coordinator.invited",
        readers=(Reader.COORDINATOR,),
        when="Somebody is given the part of coordinator. A second press on the same day is a slip; on another day it "
        "is a reminder.",
        samples=[{"organisation": "Alder Brook School"}],
        link="sign_in",
        occasion=("role", "day"),
    ),
    Kind(
        name="employer_lead.invited",
        readers=(Reader.EMPLOYER_LEAD,),
        when="Somebody is given the part of employer lead. Another day it is a reminder.",
        samples=[{"organisation": "Northern Rail Works"}],
        link="sign_in",
        occasion=("role", "day"),
    ),
    Kind(
        name="enquiry.received",
        readers=(Reader.OUTSIDER,),
        when="An organisation has asked to take part.",
        samples=[{"organisation": "Hopeful High School"}],
        occasion=("enquiry",),
    ),
    Kind(
        name="enquiry.waiting",
        readers=(Reader.STAFF,),
        when="An organisation in their area has asked to take part.",
        samples=[{"organisation": "Hopeful High School"}],
        link="partners",
        occasion=("enquiry",),
    ),
    Kind(
        name="enquiry.accepted",
        readers=(Reader.OUTSIDER,),
        when="An organisation becomes a partner.",
        samples=[{"organisation": "Hopeful High School"}],
        occasion=("enquiry",),
    ),
    Kind(
        name="enquiry.declined",
        readers=(Reader.OUTSIDER,),
        when="An organisation cannot become a partner now; staff say why.",
        samples=[{"organisation": "Hopeful High School", "answer": "We have no mentors near you yet."}],
        occasion=("enquiry",),
    ),
)

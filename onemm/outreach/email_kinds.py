"""What is written to people who are asked in, or who wait for us to open."""

from datetime import date

from onemm.notifications.kinds import Kind, declare_kinds
from onemm.notifications.readers import Reader

declare_kinds(
    __name__,
    Kind(
        name="invitation.sent",
        readers=(Reader.OUTSIDER,),
        when="An employer or a mentor asks somebody in.",
        samples=[
            {"inviter": "Ruth Adeyemi at Northern Rail Works", "is_from_employer": True, "until": date(2027, 1, 31)},
            {"inviter": "Amina Yusuf", "is_from_employer": False, "until": date(2027, 1, 31)},
        ],
        link="invitation",
        has_id=True,
        occasion=("invitation",),
    ),
    Kind(
        name="waiting_list.joined",
        readers=(Reader.OUTSIDER,),
        when="They wait for us to open where they live.",
        link="waiting_list",
        has_id=True,
        occasion=("place",),
    ),
    Kind(
        name="waiting_list.asked",
        readers=(Reader.OUTSIDER,),
        when="They have waited for sixty days since they last said so.",
        link="waiting_list",
        has_id=True,
        occasion=(
            "place",
            "day",
        ),
    ),
    Kind(
        name="waiting_list.opened",
        readers=(Reader.OUTSIDER,),
        when="We have opened where they live.",
        link="eligibility",
        occasion=("place",),
    ),
)

"""What is written about a concern: that it is there, and never what it says."""

from onemm.notifications.kinds import Kind, declare_kinds
from onemm.notifications.readers import Reader

declare_kinds(
    __name__,
    Kind(
        name="concern.raised",
        readers=(Reader.STAFF,),
        when="A concern was raised; to every safeguarding lead whom it is not about.",
        samples=[{"urgency": "somebody is in danger now"}],
        link="concern",
        has_id=True,
        occasion=("concern",),
    ),
    Kind(
        name="concern.unread",
        readers=(Reader.STAFF,),
        when="No safeguarding lead may read a concern; to administrators, who appoint one.",
        link="today",
        occasion=("concern",),
    ),
)

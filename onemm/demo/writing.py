"""The editors' desk in the demo world:

Ravi has corrected a unit, and waits for Edith's eyes; Edith has begun one of her own.
"""

from onemm.demo.links import SUFFIX
from onemm.people.models import Person
from onemm.publishing import actions

ESSENTIALS = "mentoring-essentials"
SUMMARY = "How to say goodbye well at the end of a year, and why a planned last hour is a gift to both of you."
BEGUN = (
    "## The first minute\n\nYou see each other on a screen for the first time. Say hello, say your name, and ask if "
    "they can hear you. "
    "Then ask one small thing that is easy to answer."
)


def begin() -> None:
    """Put two manuscripts on the desk."""
    edith, ravi = (Person.objects.get(email=f"{name}{SUFFIX}") for name in ("edith", "ravi"))
    goodbye = actions.take_up(kind="unit", course=ESSENTIALS, slug="good-endings", by=ravi)
    version = str(goodbye.revisions.get().did).rpartition(" ")[2]
    goodbye = actions.save_about(
        manuscript=goodbye, revision=goodbye.revision, values={"summary": SUMMARY}, by=ravi, same_meaning_as=version
    )
    actions.send_to_colleagues(manuscript=goodbye, by=ravi)
    online = actions.begin_manuscript(
        kind="unit", title="Meeting online for the first time", course=ESSENTIALS, by=edith
    )
    actions.save_part(
        manuscript=online,
        revision=online.revision,
        part="block",
        key="",
        values={"kind": "text", "text": BEGUN},
        by=edith,
    )

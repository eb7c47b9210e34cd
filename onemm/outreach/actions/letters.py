"""What we write to people who are asked in. Each says who asks, what it is, and how to make us stop."""

from onemm.notifications.actions import write_letter
from onemm.outreach.models import Invitation

HOW_TO_STOP = (
    "The link also says no for you, and “never again” if you like. We then keep no address of yours. If you do "
    "nothing, we forget it on "
    "{day}.\n"
)


def write_invitation(invitation: Invitation) -> None:
    """Write once to whoever is asked; the letter, not the person, is what we know."""
    who = f"{invitation.by.full_name} at {invitation.employer}" if invitation.employer else invitation.by.full_name
    hello = f"Hello {invitation.first_name}," if invitation.first_name else "Hello,"
    hour = "Your employer supports an hour a month for it. " if invitation.employer else ""
    seen = (
        "Your employer sees counts, never names, unless you say so yourself."
        if invitation.employer
        else "They do not see what you answer."
    )
    write_letter(
        to=None,
        address=invitation.email,
        kind="invitation to mentor",
        link=f"/invited/{invitation.token}/",
        subject=f"{who} thinks you would be a good mentor",
        once=f"invitation:{invitation.pk}",
        body=(
            f"{hello}\n\n{who} asked us to write to you. One Million Mentors brings together young people of 14 to 25 "
            "and adults who give "
            f"them one hour a month, for up to a year. {hour}Follow the link to read what it is like, the hard parts "
            "too, and answer four "
            f"questions. It takes two minutes and binds you to nothing. {seen}\n\n"
            + HOW_TO_STOP.format(day=f"{invitation.expires_on:%-d %B %Y}")
        ),
    )

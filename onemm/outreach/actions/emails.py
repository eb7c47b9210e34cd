"""What we write to people who are asked in. Each says who asks, what it is, and how to make us stop."""

from onemm.notifications.actions import write_email
from onemm.outreach.models import Invitation


def write_invitation(invitation: Invitation) -> None:
    """Write once to whoever is asked; the e-mail, not the person, is what we know."""
    inviter = invitation.by.full_name
    write_email(
        kind="invitation.sent",
        address=invitation.email,
        name=invitation.first_name,
        values={
            "inviter": f"{inviter} at {invitation.employer}" if invitation.employer else inviter,
            "is_from_employer": invitation.employer is not None,
            "until": invitation.expires_on,
        },
        about=invitation.token,
        occasion=(invitation.pk,),
    )

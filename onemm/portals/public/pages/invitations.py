"""The page behind a letter's link."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.outreach.models import Invitation
from onemm.web.forms import Form


@dataclass(frozen=True)
class InvitedPage:
    """Who thinks of you, who sees what you answer, and both answers. `no_url` takes the form of the no."""

    title: str
    who_sees: str
    form: Form
    no_url: str


def invited_page(invitation: Invitation, form: Form) -> InvitedPage:
    by, employer = invitation.by, invitation.employer
    no_url = reverse("public:invited_no", args=[invitation.token])
    if employer is None:
        title, who_sees = by.full_name, f"{by.first_name} does not see what you answer."
    else:
        title = f"{by.full_name} at {employer.name}"
        who_sees = f"{employer.name} sees how many of its people take part, never who, unless you say so yourself."
    return InvitedPage(f"{title} thinks you would be good at this", who_sees, form, no_url)

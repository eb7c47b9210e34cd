"""A young person's yes: the receipt, and how to take it back."""

from dataclasses import dataclass

from django.urls import reverse

from onemm.people.models import Consent
from onemm.web.cells import When


@dataclass(frozen=True)
class Receipt:
    """What was said yes to, by whom and when."""

    who: str
    given_on: str
    number: str
    wording: str


@dataclass(frozen=True)
class ConsentPage:
    """The receipt of the yes that stands; without one nobody may arrange meetings."""

    title: str
    lede: str
    back_url: str
    receipt: Receipt | None


def consent_page(consent: Consent | None) -> ConsentPage:
    home = reverse("young:home")
    if consent is None:
        lede = "Nobody may arrange meetings with you. If you would like to start again, tell your coordinator."
        return ConsentPage("There is no yes on record", lede, home, None)
    lede = "You can change your mind at any time. You do not have to say why."
    receipt = Receipt(
        who=f"{consent.guardian_name}, for you" if consent.guardian_name else "You",
        given_on=When(consent.given_on).words,
        number=consent.public_id,
        wording=f"Version {consent.wording}",
    )
    return ConsentPage("Your yes, and how to take it back", lede, home, receipt)

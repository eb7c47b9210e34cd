"""What runs regularly about pairs."""

from onemm.lib.tasks import task
from onemm.mentoring.actions.moments import offer_where_due


@task
def offer_units_for_the_moment(**_: object) -> None:
    """Offer mentors a short unit when it has gone quiet for a month, or when the goodbye is near; each once."""
    offer_where_due()

"""How far people come, by where they came from: from first interest to a match, and the hours they give."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Count, Exists, OuterRef, Q

from onemm.clearance.queries import cleared_mentors
from onemm.lib.disclosure import steps_in_words
from onemm.mentoring.models import Match
from onemm.outreach.models import Campaign, Interest, Origin
from onemm.recruitment.models import Application

STEPS = ("Interested", "Applied", "Approved", "Ready", "Matched")


@dataclass(frozen=True)
class Reach:
    """How many came how far, and what it cost. `ready` counts those who may meet a young person today, with room or
    without; `matched` those of them who have ever been introduced to one.
    """

    interested: int = 0
    applied: int = 0
    approved: int = 0
    ready: int = 0
    matched: int = 0
    cost_pounds: int = 0

    @property
    def in_words(self) -> tuple[tuple[str, str], ...]:
        """Each step with its count as it may be shown."""
        counts = (self.interested, self.applied, self.approved, self.ready, self.matched)
        return tuple(zip(STEPS, steps_in_words(counts), strict=True))

    @property
    def cost_of_one(self) -> str:
        """Pounds for each ready mentor, rounded, and never more exact than the number of ready mentors that stands
        beside it.
        """
        if not self.cost_pounds:
            return "cost nothing"
        ready = dict(self.in_words)["Ready"]
        exact = ready.removeprefix("at least ").replace(",", "")
        if not exact.isdigit():
            return "too few ready"
        pounds = f"£{self.cost_pounds / int(exact):,.0f}"
        return pounds if exact == ready.replace(",", "") else f"at most {pounds}"


def reach_of(campaigns: Iterable[Campaign]) -> dict[int, Reach]:
    """Return how far people came by each campaign, by its id. Two queries, however many campaigns."""
    asked = {campaign.pk: campaign for campaign in campaigns}
    interested = (
        Interest.objects.filter(campaign__in=asked).order_by().values_list("campaign").annotate(many=Count("pk"))
    )
    cleared = cleared_mentors().values("pk")
    reached = (
        Origin.objects.filter(campaign__in=asked)
        .order_by()
        .annotate(
            met=Exists(Match.objects.filter(mentor=OuterRef("application__person"))),
        )
        .values_list("campaign")
        .annotate(
            applied=Count("pk", filter=Q(application__submitted_at__isnull=False)),
            approved=Count("pk", filter=Q(application__state=Application.State.APPROVED)),
            ready=Count("pk", filter=Q(application__person__in=cleared)),
            matched=Count("pk", filter=Q(application__person__in=cleared, met=True)),
        )
    )
    by_campaign = {pk: Reach(cost_pounds=campaign.cost_pounds) for pk, campaign in asked.items()}
    for pk, applied, approved, ready, matched in reached:
        by_campaign[pk] = replace(by_campaign[pk], applied=applied, approved=approved, ready=ready, matched=matched)
    for pk, many in interested:
        by_campaign[pk] = replace(by_campaign[pk], interested=many)
    return by_campaign

"""What changed for a partner's young people."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path

from onemm.impact.queries import BeforeAndAfter, before_and_after
from onemm.lib.disclosure import in_words
from onemm.lib.statistics import Estimate
from onemm.people import access
from onemm.people.permissions import Permission
from onemm.places.models import Organisation
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.IMPACT_READ_PARTNER, methods=("GET",))
def impact(request: Request) -> HttpResponse:
    scope = access.scope_of(request.user, Permission.IMPACT_READ_PARTNER)
    partners = list(Organisation.objects.partners().visible_to(scope))
    wanted = request.GET.get("partner")
    partner = next((one for one in partners if wanted in (None, one.public_id)), None)
    if partner is None:
        raise Http404
    found = before_and_after(partner)
    context = {
        "partner": partner,
        "partners": partners,
        "found": found,
        "finding": _finding(found),
        "rows": _rows(found),
        **_change(found),
        "counts": [
            ("Answered at the start", in_words(found.started, none="0")),
            ("Asked again since", in_words(found.asked, none="0")),
            ("Answered both times", in_words(found.answered, none="0")),
        ],
    }
    return render(request, "partner/impact/impact.html", context)


def _finding(found: BeforeAndAfter) -> str:
    """The title says what was found, and no more than the interval allows."""
    if found.before is None or found.after is None or found.change is None:
        return "Too few have answered to show what changed"
    before, after = (f"{share.value:.0%}" for share in (found.before, found.after))
    if not found.is_clear:
        return f"{before} were sure before and {after} later: too close to call"
    return f"{'More' if found.change.value > 0 else 'Fewer'} are sure now: {before} before, {after} later"


def _rows(found: BeforeAndAfter) -> list[dict[str, Estimate | str]]:
    if found.before is None or found.after is None:
        return []
    return [
        {
            "label": "Quite or very sure",
            "before": found.before,
            "after": found.after,
        }
    ]


def _change(found: BeforeAndAfter) -> dict[str, str]:
    """The change and its bounds in percentage points, with their signs."""
    if found.change is None:
        return {}
    values = {"change_points": found.change.value, "change_low": found.change.low, "change_high": found.change.high}
    return {name: f"{value * 100:+.0f}".replace("-", "−") for name, value in values.items()}


urlpatterns: list[URLPattern] = [path("impact/", impact, name="impact")]

"""What changed for a partner's young people."""

from django.http import Http404, HttpResponse
from django.urls import URLPattern, path

from onemm.people import access
from onemm.people.permissions import Permission
from onemm.places.models import Organisation
from onemm.portals.partner.pages.impact import impact_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.IMPACT_READ_PARTNER, methods=("GET",))
def impact(request: Request) -> HttpResponse:
    scope = access.scope_of(request.user, Permission.IMPACT_READ_PARTNER)
    partners = list(Organisation.objects.partners().visible_to(scope))
    wanted = request.GET.get("partner")
    partner = next((each for each in partners if wanted in (None, each.public_id)), None)
    if partner is None:
        raise Http404
    return show(request, "partner/impact/impact.html", impact_page(partner, partners))


urlpatterns: list[URLPattern] = [path("impact/", impact, name="impact")]

"""Coming in: to your own page, by a card from school, or, in the demo world, as anyone."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.lib.health import health
from onemm.people import access
from onemm.people.actions.cards import person_with_code
from onemm.people.models import Person
from onemm.people.permissions import Permission as P
from onemm.people.signing_in import sign_in_without_password
from onemm.portals.public.forms.account import CardCode
from onemm.portals.public.pages.account import CardPage
from onemm.web.gate import DEMO_SESSION, open_to_all, signed_in
from onemm.web.pages import show, submit
from onemm.web.requests import Request, address_of

HOMES = (
    (P.CONCERN_READ, "staff:concerns"),
    (P.STAFF_ENTER, "staff:today"),
    (P.WORKSHOP_RUN, "staff:workshops"),
    (P.MATCH_LOOK_AFTER, "partner:today"),
    (P.EMPLOYER_LEAD, "employer:home"),
    (P.MATCH_BE_MENTORED, "young:home"),
    (P.MATCH_MENTOR, "mentor:home"),
)
OPENS_NOTHING = "This code does not open anything. Look at the card again, or ask whoever gave it to you for a new one."


@signed_in
def home_of(request: Request) -> HttpResponse:
    """Send someone to their own page, or with no role yet to the first question."""
    for permission, home in HOMES:
        if access.can(request.user, permission):
            return redirect(home)
    return redirect("public:eligibility")


@open_to_all
def card(request: HttpRequest) -> HttpResponse:
    """Sign in with the code on a card from school, or one that staff read out on the telephone."""
    form = CardCode(request.POST or None, initial={"code": request.GET.get("code", "")})

    def sign_in() -> None:
        person = person_with_code(form.cleaned_data["code"], address_of(request))
        if person is None:
            raise Refused(OPENS_NOTHING, field="code")
        sign_in_without_password(request, person)

    sent = submit(request, form, sign_in, to=reverse("public:home_of"))
    return sent or show(request, "public/account/card.html", CardPage(form))


@open_to_all
def demo_sign_in(request: HttpRequest, public_id: str) -> HttpResponse:
    """Sign in as someone of the demo world. Elsewhere this page does not exist."""
    if not settings.DEMO:
        raise Http404
    person = get_object_or_404(Person.objects.active(), public_id=public_id, email__endswith="@demo.onemm.example")
    sign_in_without_password(request, person)
    request.session[DEMO_SESSION] = True
    return redirect("public:home_of")


@open_to_all
def healthz(_request: HttpRequest) -> HttpResponse:
    """Say whether database, worker and queue are well: 200, or 503 with what is not."""
    report = health()
    return JsonResponse(report.as_dict(), status=200 if report.is_well else 503)


urlpatterns: list[URLPattern] = [
    path("home/", home_of, name="home_of"),
    path("card/", card, name="card"),
    path("demo/<slug:public_id>/", demo_sign_in, name="demo_sign_in"),
    path("healthz", healthz, name="healthz"),
]

"""The page behind a referee's private link: open to anyone who holds it, with no password, and answered once."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.lib.clock import now
from onemm.people.actions.trying import REFERENCE_PER_ADDRESS, count_try
from onemm.portals.public.forms.reference import ReferenceForm
from onemm.portals.public.pages.reference import closed_page, rather_not_page, reference_page
from onemm.portals.public.tries import is_one_too_many
from onemm.recruitment.actions import answer_reference, decline_reference
from onemm.recruitment.models import Referee
from onemm.recruitment.queries import referee_of_link
from onemm.web.gate import open_to_all
from onemm.web.pages import show, submit
from onemm.web.requests import address_of

TOO_MANY = (
    "So many answers have come from your network in the last hour that this one was not sent. Your words are still "
    "below. Please try again in an hour."
)


@open_to_all
def reference(request: HttpRequest, key: str) -> HttpResponse:
    referee = get_referee_of(key)
    if is_closed(referee):
        return _private(show(request, "public/reference/closed.html", closed_page(referee)))
    form = ReferenceForm(request.POST or None, name=referee.application.person.first_name)
    status = 429 if is_one_too_many(request, form, REFERENCE_PER_ADDRESS, TOO_MANY) else 200

    def answer() -> None:
        answer_reference(referee=referee, **form.cleaned_data)

    sent = submit(request, form, answer, to=reverse("public:reference", args=[key]))
    page = reference_page(referee, form, key)
    return sent or _private(show(request, "public/reference/form.html", page, status=status))


@open_to_all
def rather_not(request: HttpRequest, key: str) -> HttpResponse:
    referee = get_referee_of(key)
    if is_closed(referee):
        return _private(show(request, "public/reference/closed.html", closed_page(referee)))
    if request.method == "POST" and count_try(REFERENCE_PER_ADDRESS, address_of(request)):
        decline_reference(referee=referee)
        return redirect("public:reference", key)
    return _private(show(request, "public/reference/rather_not.html", rather_not_page(referee, key)))


def get_referee_of(key: str) -> Referee:
    referee = referee_of_link(key)
    if referee is None:
        raise Http404
    return referee


def is_closed(referee: Referee) -> bool:
    return not referee.is_open_at(now()) or referee.application.is_over


def _private(response: HttpResponse) -> HttpResponse:
    """Keep the address, which is a key, from travelling on to other sites and into anyone's index.

    Not `no-referrer`: a browser would then send the form from nowhere, and be refused as a forger.
    """
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store, private"
    return response


urlpatterns: list[URLPattern] = [
    path("reference/<slug:key>/", reference, name="reference"),
    path("reference/<slug:key>/rather-not/", rather_not, name="reference_rather_not"),
]

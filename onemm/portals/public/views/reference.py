"""The page behind a referee's private link: open to whoever holds it, with no password, and answered once."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.clock import now
from onemm.lib.errors import Refused
from onemm.people.actions.trying import REFERENCE_PER_ADDRESS, count_try
from onemm.portals.public.forms.reference import ReferenceForm
from onemm.recruitment.actions import answer_reference, decline_reference
from onemm.recruitment.models import Referee
from onemm.recruitment.queries import referee_of_link
from onemm.web.gate import open_to_all
from onemm.web.requests import address_of

TOO_MANY = (
    "So many answers have come from your network in the last hour that this one was not sent. Your words are still "
    "below. Please try again in an hour."
)


@open_to_all
def reference(request: HttpRequest, key: str) -> HttpResponse:
    referee = _referee(key)
    if not referee.is_open_at(now()) or referee.application.is_over:
        return _page(request, "closed", referee)
    form = ReferenceForm(request.POST or None, name=referee.application.person.first_name)
    if form.is_valid():
        if not count_try(REFERENCE_PER_ADDRESS, address_of(request)):
            form.add_error(None, TOO_MANY)
            return _page(request, "form", referee, form=form, status=429)
        try:
            answer_reference(referee=referee, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect("public:reference", key)
    return _page(request, "form", referee, form=form)


@open_to_all
def rather_not(request: HttpRequest, key: str) -> HttpResponse:
    """A page of its own, so that nobody says no by a slip of the finger."""
    referee = _referee(key)
    if not referee.is_open_at(now()) or referee.application.is_over:
        return _page(request, "closed", referee)
    if request.method == "POST" and count_try(REFERENCE_PER_ADDRESS, address_of(request)):
        decline_reference(referee=referee)
        return redirect("public:reference", key)
    return _page(request, "rather_not", referee)


def _referee(key: str) -> Referee:
    referee = referee_of_link(key)
    if referee is None:
        raise Http404
    return referee


def _page(
    request: HttpRequest, name: str, referee: Referee, *, form: ReferenceForm | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "referee": referee,
        "key": request.resolver_match.kwargs["key"] if request.resolver_match else "",
        "form": form,
    }
    response = render(
        request, f"public/reference/{name}.html", {**context, "applicant": referee.application.person}, status=status
    )
    # The address is a key: it must not travel on to other sites, nor into anybody’s index. Not `no-referrer`: a browser
    # would then send the form from nowhere, and be refused as a forger.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    response["Cache-Control"] = "no-store, private"
    return response


urlpatterns: list[URLPattern] = [
    path("reference/<slug:key>/", reference, name="reference"),
    path("reference/<slug:key>/rather-not/", rather_not, name="reference_rather_not"),
]

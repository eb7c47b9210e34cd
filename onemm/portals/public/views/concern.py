"""Raising a concern: open to all, from any page."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.mentoring.models import Match
from onemm.people.actions.trying import CONCERN_PER_ADDRESS, count_try
from onemm.people.models import Person
from onemm.portals.public.forms.concern import ConcernForm
from onemm.safeguarding.actions import raise_concern
from onemm.web.gate import open_to_all
from onemm.web.requests import address_of

TOO_MANY = (
    "So many concerns have come from your network in the last hour that we cannot take more here, and this one has "
    "not been sent. "
    "Your words are still below. Please ring instead: 999 if somebody is in danger, or Childline on 0800 1111."
)


@open_to_all
def concern(request: HttpRequest) -> HttpResponse:
    person = request.user if isinstance(request.user, Person) else None
    others = _matched_with(person)
    form = ConcernForm(
        request.POST or None,
        initial={"page": _page_before(request)},
        matched_with=[(other.public_id, f"Yes, {other.first_name}") for other in others.values()],
    )
    if request.method == "POST" and form.is_valid():
        # Whoever has signed in is never refused: a flood of theirs has a name. From elsewhere we stop at a number, but
        # never in silence: the words stay on the page, and the telephone takes over. A concern must not look sent when
        # it was not.
        if person is None and not count_try(CONCERN_PER_ADDRESS, address_of(request)):
            form.add_error(None, TOO_MANY)
            return render(request, "public/concern/concern.html", {"form": form}, status=429)
        said = dict(form.cleaned_data)
        about = others.get(said.pop("about", ""))
        try:
            raise_concern(by=person, about=about, **said)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "We have it. The people who keep young people safe were told just now.")
            return redirect("public:concern_raised")
    return render(request, "public/concern/concern.html", {"form": form})


@open_to_all
def concern_raised(request: HttpRequest) -> HttpResponse:
    return render(request, "public/concern/raised.html")


def _matched_with(person: Person | None) -> dict[str, Person]:
    """The other side of somebody's open matches, by public id."""
    if person is None:
        return {}
    mine = Match.objects.open().select_related("mentor", "young_person")
    others = [match.young_person for match in mine.filter(mentor=person)] + [
        match.mentor for match in mine.filter(young_person=person)
    ]
    return {other.public_id: other for other in others}


def _page_before(request: HttpRequest) -> str:
    """The page of ours from which somebody came, as a path: it tells the safeguarding lead where to look."""
    given: str = request.GET.get("page", "")
    before = urlsplit(request.headers.get("Referer", ""))
    if not given and before.netloc == request.get_host():
        given = before.path
    return given[:200] if given.startswith("/") else ""


urlpatterns: list[URLPattern] = [
    path("concern/", concern, name="concern"),
    path("concern/raised/", concern_raised, name="concern_raised"),
]

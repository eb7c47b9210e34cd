"""Raising a concern: open to all, from any page."""

from urllib.parse import urlsplit

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from onemm.mentoring.models import Match
from onemm.people.actions.trying import CONCERN_PER_ADDRESS
from onemm.people.models import Person
from onemm.portals.public.forms.concern import ConcernForm
from onemm.portals.public.pages.concern import ConcernPage, RaisedPage
from onemm.portals.public.tries import is_one_too_many
from onemm.safeguarding.actions import raise_concern
from onemm.web.gate import open_to_all
from onemm.web.pages import show, submit

TOO_MANY = (
    "So many concerns have come from your network in the last hour that we cannot take more here, and this one has "
    "not been sent. Your words are still below. Please ring instead: 999 if somebody is in danger, or Childline on "
    "0800 1111."
)
RAISED = "We have it. The people who keep young people safe were told just now."


@open_to_all
def concern(request: HttpRequest) -> HttpResponse:
    person = request.user if isinstance(request.user, Person) else None
    others = _matched_with(person)
    form = ConcernForm(
        request.POST or None,
        initial={"page": _page_before(request)},
        matched_with=[(other.public_id, f"Yes, {other.first_name}") for other in others.values()],
    )
    # Someone who has signed in is never refused: a flood of theirs has a name. From elsewhere we stop at a number, but
    # never in silence: the words stay on the page, and the telephone takes over. A concern must not look sent when it
    # was not.
    is_flood = person is None and is_one_too_many(request, form, CONCERN_PER_ADDRESS, TOO_MANY)

    def raise_it() -> None:
        given = dict(form.cleaned_data)
        raise_concern(by=person, about=others.get(given.pop("about", "")), **given)

    sent = submit(request, form, raise_it, to=reverse("public:concern_raised"), done=RAISED)
    return sent or show(request, "public/concern/concern.html", ConcernPage(form), status=429 if is_flood else 200)


@open_to_all
def concern_raised(request: HttpRequest) -> HttpResponse:
    return show(request, "public/concern/raised.html", RaisedPage())


def _matched_with(person: Person | None) -> dict[str, Person]:
    """Return the other side of someone's open matches, by public id."""
    if person is None:
        return {}
    matches = Match.objects.open().filter(Q(mentor=person) | Q(young_person=person))
    pairs = matches.select_related("mentor", "young_person")
    others = [match.young_person if match.mentor_id == person.pk else match.mentor for match in pairs]
    return {other.public_id: other for other in others}


def _page_before(request: HttpRequest) -> str:
    """Return the page of ours from which someone came, as a path: it tells the safeguarding lead where to look."""
    given: str = request.GET.get("page", "")
    before = urlsplit(request.headers.get("Referer", ""))
    if not given and before.netloc == request.get_host():
        given = before.path
    return given[:200] if given.startswith("/") else ""


urlpatterns: list[URLPattern] = [
    path("concern/", concern, name="concern"),
    path("concern/raised/", concern_raised, name="concern_raised"),
]

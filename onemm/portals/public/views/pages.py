"""The pages that say what this is: for mentors, young people, employers, and for everyone who wants to know the
rules.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from onemm.portals.public.pages import words
from onemm.web.gate import View, open_to_all
from onemm.web.pages import Page, PlainPage, show


def view_of(name: str, page: Page) -> View:
    """Return the view of one page of words."""

    @open_to_all
    def view(request: HttpRequest) -> HttpResponse:
        return show(request, f"public/pages/{name}.html", page)

    view.__name__ = name
    return view


urlpatterns: list[URLPattern] = [
    path("", view_of("home", words.HomePage()), name="home"),
    path("mentors/", view_of("mentors", words.MentorsPage()), name="mentors"),
    path("young-people/", view_of("young_people", words.YoungPeoplePage()), name="young_people"),
    path("employers/", view_of("employers", words.EMPLOYERS), name="employers"),
    path("over-50/", view_of("over_50", words.OVER_50), name="over_50"),
    path("other-ways-to-help/", view_of("other_ways", words.OTHER_WAYS), name="other_ways"),
    path("privacy/", view_of("privacy", words.PRIVACY), name="privacy"),
    path("safeguarding/", view_of("safeguarding", PlainPage()), name="safeguarding"),
    path("accessibility/", view_of("accessibility", words.ACCESSIBILITY), name="accessibility"),
]

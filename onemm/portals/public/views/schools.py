"""What we ask of schools and youth groups, what we give, and the way to ask to join."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from onemm.people.actions.trying import ENQUIRY_PER_ADDRESS
from onemm.places.actions import ask_to_join
from onemm.portals.public.forms.schools import AskToJoin
from onemm.portals.public.pages.schools import SchoolsPage
from onemm.portals.public.tries import is_one_too_many
from onemm.web.gate import open_to_all
from onemm.web.pages import show, submit

TOO_MANY = "We have had many enquiries from your network in the last hour. Wait an hour, and send this again."
ASKED = "Thank you. A programme manager reads this and writes back to you within five working days."


@open_to_all
def schools(request: HttpRequest) -> HttpResponse:
    form = AskToJoin(request.POST or None)
    is_one_too_many(request, form, ENQUIRY_PER_ADDRESS, TOO_MANY)
    sent = submit(request, form, lambda: ask_to_join(**form.cleaned_data), to=reverse("public:schools"), done=ASKED)
    return sent or show(request, "public/schools/schools.html", SchoolsPage(form))


urlpatterns: list[URLPattern] = [path("schools/", schools, name="schools")]

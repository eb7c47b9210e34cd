"""What we ask of schools and youth groups, what we give, and the way to ask to join."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path

from onemm.people.actions.trying import ENQUIRY_PER_ADDRESS, count_try
from onemm.places.actions import ask_to_join
from onemm.portals.public.forms.schools import AskToJoin
from onemm.web.gate import open_to_all
from onemm.web.requests import address_of

TOO_MANY = "We have had many enquiries from your network in the last hour. Wait an hour, and send this again."


@open_to_all
def schools(request: HttpRequest) -> HttpResponse:
    form = AskToJoin(request.POST or None)
    if form.is_valid():
        if count_try(ENQUIRY_PER_ADDRESS, address_of(request)):
            ask_to_join(**form.cleaned_data)
            messages.success(
                request, "Thank you. A programme manager reads this and writes back to you within five working days."
            )
            return redirect("public:schools")
        form.add_error(None, TOO_MANY)
    return render(request, "public/schools/schools.html", {"form": form})


urlpatterns: list[URLPattern] = [path("schools/", schools, name="schools")]

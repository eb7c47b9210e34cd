"""What the year is really like: seven honest statements, said yes to before the application."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from onemm.outreach.rules.expectations import KEPT_AS, kept_answers
from onemm.portals.public.forms.eligibility import ExpectationsForm
from onemm.portals.public.pages.eligibility import ExpectationsPage, onward
from onemm.recruitment.rules.eligibility import KEPT_AS as ELIGIBILITY
from onemm.recruitment.rules.eligibility import eligibility_of
from onemm.web.gate import open_to_all
from onemm.web.pages import show


@open_to_all
def expectations(request: HttpRequest) -> HttpResponse:
    if not eligibility_of(request.session.get(ELIGIBILITY) or {}).is_met:
        return redirect("public:eligibility")
    form = ExpectationsForm(request.POST or None, initial=request.session.get(KEPT_AS))
    if form.is_valid():
        request.session[KEPT_AS] = kept_answers(form.cleaned_data)
        is_signed_in = request.user.is_authenticated
        return redirect("mentor:application") if is_signed_in else redirect(onward("account_signup"))
    return show(request, "public/eligibility/expectations.html", ExpectationsPage(form))


urlpatterns: list[URLPattern] = [path("can-i-mentor/what-to-expect/", expectations, name="eligibility_expectations")]

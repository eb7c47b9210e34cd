"""What the year is really like: seven honest statements, said yes to before the application."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from onemm.outreach.rules.expectations import KEPT_AS, kept_answers
from onemm.portals.public.forms.eligibility import ExpectationsForm
from onemm.recruitment.rules.eligibility import KEPT_AS as ELIGIBILITY
from onemm.recruitment.rules.eligibility import eligibility_of
from onemm.web.gate import open_to_all


@open_to_all
def expectations(request: HttpRequest) -> HttpResponse:
    if not eligibility_of(request.session.get(ELIGIBILITY) or {}).is_met:
        return redirect("public:eligibility")
    form = ExpectationsForm(request.POST or None, initial=request.session.get(KEPT_AS))
    if form.is_valid():
        request.session[KEPT_AS] = kept_answers(form.cleaned_data)
        apply = reverse("mentor:application")
        return redirect(
            apply if request.user.is_authenticated else f"{reverse('account_signup')}?{urlencode({'next': apply})}"
        )
    return render(request, "public/eligibility/expectations.html", {"form": form})


urlpatterns: list[URLPattern] = [path("can-i-mentor/what-to-expect/", expectations, name="eligibility_expectations")]

"""Applicants without an e-mail address: opened while they ring, told by telephone what others read in e-mails."""

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.outreach.actions import give_new_code, note_call, open_by_telephone
from onemm.outreach.queries import people_to_ring
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.telephone import ByTelephone
from onemm.recruitment.models import Telephone
from onemm.web.gate import requires
from onemm.web.requests import Request

FRESH_CODE = "fresh_code"
"""Under this name a code waits in the session of whoever made it, until the next page has shown it once."""
MOST = 50


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def to_ring(request: Request) -> HttpResponse:
    return render(request, "staff/telephone/list.html", {"people": people_to_ring(request.user)[:MOST]})


@requires(Permission.APPLICATION_DECIDE)
def rings(request: Request) -> HttpResponse:
    form = ByTelephone(request.POST or None)
    if form.is_valid():
        try:
            opened = open_by_telephone(
                **{name: form.cleaned_data[name] for name in ("first_name", "last_name", "number")},
                eligibility=form.eligibility(),
                expectations=form.expectations(),
                by=request.user,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            request.session[FRESH_CODE] = {"of": opened.telephone.public_id, "code": opened.code}
            messages.success(
                request, f"The application of {opened.telephone.person.first_name} is open. Now read them their code."
            )
            return redirect("staff:caller", opened.telephone.public_id)
    return render(request, "staff/telephone/rings.html", {"form": form})


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def caller(request: Request, public_id: str) -> HttpResponse:
    telephone = get_object_or_404(_theirs(request), public_id=public_id)
    fresh = request.session.pop(FRESH_CODE, {})
    one = next((one for one in people_to_ring(request.user) if one.telephone.pk == telephone.pk), None)
    return render(
        request,
        "staff/telephone/caller.html",
        {
            "telephone": telephone,
            "news": one.news if one else (),
            "code": fresh.get("code") if fresh.get("of") == public_id else "",
            "address": f"{settings.ADDRESS.partition('://')[2]}{reverse('public:card')}",
        },
    )


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def told(request: Request, public_id: str) -> HttpResponse:
    telephone = get_object_or_404(_theirs(request), public_id=public_id)
    many = note_call(telephone=telephone, emails=request.POST.getlist("email")[:MOST], by=request.user)
    messages.success(
        request,
        f"Written down: {telephone.person.first_name} knows." if many else "There was nothing new to write down.",
    )
    return redirect("staff:to_ring")


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def code(request: Request, public_id: str) -> HttpResponse:
    telephone = get_object_or_404(_theirs(request), public_id=public_id)
    request.session[FRESH_CODE] = {"of": public_id, "code": give_new_code(telephone=telephone, by=request.user)}
    return redirect("staff:caller", public_id)


def _theirs(request: Request) -> QuerySet[Telephone]:
    return Telephone.objects.visible_to(request.user).select_related("person")


urlpatterns: list[URLPattern] = [
    path("telephone/", to_ring, name="to_ring"),
    path("telephone/somebody-rings/", rings, name="rings"),
    path("telephone/<slug:public_id>/", caller, name="caller"),
    path("telephone/<slug:public_id>/told/", told, name="caller_told"),
    path("telephone/<slug:public_id>/code/", code, name="caller_code"),
]

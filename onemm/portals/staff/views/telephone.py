"""Applicants without an e-mail address: opened while they ring, told by telephone what others read in e-mails."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.outreach.actions import give_new_code, note_call, open_by_telephone
from onemm.outreach.queries import people_to_ring
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.telephone import ByTelephone
from onemm.portals.staff.pages.telephone import caller_page, rings_page, to_ring_page
from onemm.recruitment.models import Telephone
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

FRESH_CODE = "fresh_code"
"""Under this name a code waits in the session of whoever made it, until the next page has shown it once."""
MOST = 50


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def to_ring(request: Request) -> HttpResponse:
    people = people_to_ring(request.user)[:MOST]
    return show(request, "staff/telephone/list.html", to_ring_page(people, request.GET))


@requires(Permission.APPLICATION_DECIDE)
def rings(request: Request) -> HttpResponse:
    form = ByTelephone(request.POST or None)

    def open_application() -> Telephone:
        opened = open_by_telephone(
            **{name: form.cleaned_data[name] for name in ("first_name", "last_name", "number")},
            eligibility=form.eligibility(),
            expectations=form.expectations(),
            by=request.user,
        )
        request.session[FRESH_CODE] = {"of": opened.telephone.public_id, "code": opened.code}
        return opened.telephone

    sent = submit(
        request,
        form,
        open_application,
        to=lambda telephone: reverse("staff:caller", args=[telephone.public_id]),
        done=lambda telephone: f"The application of {telephone.person.first_name} is open. Now read them their code.",
    )
    return sent or show(request, "staff/form.html", rings_page(form))


@requires(Permission.APPLICATION_DECIDE, methods=("GET",))
def caller(request: Request, public_id: str) -> HttpResponse:
    telephone = get_telephone_for(request, public_id)
    fresh = request.session.pop(FRESH_CODE, {})
    code = fresh.get("code", "") if fresh.get("of") == public_id else ""
    emails = next((each.news for each in people_to_ring(request.user) if each.telephone.pk == telephone.pk), ())
    return show(request, "staff/telephone/caller.html", caller_page(telephone, emails, code))


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def told(request: Request, public_id: str) -> HttpResponse:
    telephone = get_telephone_for(request, public_id)
    many = note_call(telephone=telephone, emails=request.POST.getlist("email")[:MOST], by=request.user)
    messages.success(
        request,
        f"Written down: {telephone.person.first_name} knows." if many else "There was nothing new to write down.",
    )
    return redirect("staff:to_ring")


@requires(Permission.APPLICATION_DECIDE, methods=("POST",))
def code(request: Request, public_id: str) -> HttpResponse:
    telephone = get_telephone_for(request, public_id)
    request.session[FRESH_CODE] = {"of": public_id, "code": give_new_code(telephone=telephone, by=request.user)}
    return redirect("staff:caller", public_id)


def get_telephone_for(request: Request, public_id: str) -> Telephone:
    telephones = Telephone.objects.visible_to(request.user).select_related("person")
    return get_object_or_404(telephones, public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("telephone/", to_ring, name="to_ring"),
    path("telephone/somebody-rings/", rings, name="rings"),
    path("telephone/<slug:public_id>/", caller, name="caller"),
    path("telephone/<slug:public_id>/told/", told, name="caller_told"),
    path("telephone/<slug:public_id>/code/", code, name="caller_code"),
]

"""Concerns, for safeguarding leads alone: unanswered first."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.concerns import OutcomeForm, RestrictionForm, TriageForm
from onemm.portals.staff.involved import people_involved
from onemm.portals.staff.pages.concerns import concern_page, concerns_page, contact_choices
from onemm.safeguarding import actions
from onemm.safeguarding.models import Concern
from onemm.web.forms import Form
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request

LIST, PAGE = "staff/concerns/list.html", "staff/concerns/concern.html"


@requires(Permission.CONCERN_READ, methods=("GET",))
def concerns(request: Request) -> HttpResponse:
    return show(request, LIST, concerns_page(request.user, request.GET))


@requires(Permission.CONCERN_READ, methods=("GET",))
def concern(request: Request, public_id: str) -> HttpResponse:
    concern = get_concern_for(request, public_id)
    actions.note_reading(concern=concern, by=request.user)
    return show(request, PAGE, concern_page(concern, who=request.GET.get("who", "")))


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_triage(request: Request, public_id: str) -> HttpResponse:
    concern, form = get_concern_for(request, public_id), TriageForm(request.POST)

    def triage() -> None:
        actions.triage_concern(concern=concern, by=request.user, **form.cleaned_data)

    done = "Noted. Next, open a case, or close it with what came of it."
    return submit(request, form, triage, to=_page_of(concern), done=done) or _with(request, concern, form)


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_open(request: Request, public_id: str) -> HttpResponse:
    concern = get_concern_for(request, public_id)
    actions.open_case(concern=concern, by=request.user)
    messages.success(request, "The case is open. Close it with its outcome once you know it.")
    return redirect("staff:concern", public_id)


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_close(request: Request, public_id: str) -> HttpResponse:
    concern, form = get_concern_for(request, public_id), OutcomeForm(request.POST)

    def close() -> None:
        actions.close_concern(concern=concern, by=request.user, **form.cleaned_data)

    done = "Closed, with its outcome. It stays here under “Closed”."
    return submit(request, form, close, to=_page_of(concern), done=done) or _with(request, concern, form)


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_restrict(request: Request, public_id: str) -> HttpResponse:
    concern = get_concern_for(request, public_id)
    involved = people_involved(concern, request.POST.get("who", ""))
    people = {each.person.public_id: each.person for each in involved}
    form = RestrictionForm(request.POST, people=contact_choices(involved))

    def restrict() -> None:
        person, reason = people[form.cleaned_data["person"]], form.cleaned_data["reason"]
        actions.impose_restriction(person=person, by=request.user, reason=reason, concern=concern)

    done = (
        "Every contact of this person is paused from now on. Those they were to meet, and their coordinators, are "
        "told without the reason."
    )
    return submit(request, form, restrict, to=_page_of(concern), done=done) or _with(request, concern, form)


@requires(Permission.CONCERN_DECIDE, methods=("POST",))
def concern_lift(request: Request, public_id: str) -> HttpResponse:
    concern = get_concern_for(request, public_id)
    for involved in people_involved(concern, request.POST.get("who", "")):
        if involved.person.public_id == request.POST.get("person") and involved.restriction is not None:
            actions.lift_restriction(restriction=involved.restriction, by=request.user)
            messages.success(request, f"{involved.person.first_name} may have contact again. Those concerned are told.")
            return redirect("staff:concern", public_id)
    raise Http404


def get_concern_for(request: Request, public_id: str) -> Concern:
    rows = Concern.objects.visible_to(request.user).select_related("about", "raised_by", "triaged_by", "closed_by")
    return get_object_or_404(rows, public_id=public_id)


def _page_of(concern: Concern) -> str:
    return reverse("staff:concern", args=[concern.public_id])


def _with(request: Request, concern: Concern, form: Form) -> HttpResponse:
    """Show the page with a form as it was sent."""
    return show(request, PAGE, concern_page(concern, who=request.POST.get("who", ""), sent=form))


urlpatterns: list[URLPattern] = [
    path("concerns/", concerns, name="concerns"),
    path("concerns/<slug:public_id>/", concern, name="concern"),
    path("concerns/<slug:public_id>/triage/", concern_triage, name="concern_triage"),
    path("concerns/<slug:public_id>/open/", concern_open, name="concern_open"),
    path("concerns/<slug:public_id>/close/", concern_close, name="concern_close"),
    path("concerns/<slug:public_id>/restrict/", concern_restrict, name="concern_restrict"),
    path("concerns/<slug:public_id>/lift/", concern_lift, name="concern_lift"),
]

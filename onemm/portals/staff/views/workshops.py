"""A trainer's own page, and the workshops they offer."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from onemm.learning.queries import trained_people
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.workshops import Day, NewWorkshop, Reason, What
from onemm.portals.staff.pages.workshops import (
    cancel_page,
    draft_page,
    edit_page,
    move_page,
    offer_page,
    workshop_url,
    workshops_page,
)
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Draft, Workshop
from onemm.workshops.queries import day_of, opinions_of_trainer, room_in

FORM = "staff/form.html"


@requires(Permission.WORKSHOP_RUN, methods=("GET",))
def workshops(request: Request) -> HttpResponse:
    drafts = list(_drafts(request))
    page = workshops_page(day_of(request.user), drafts, opinions_of_trainer(request.user), request.GET)
    return show(request, "staff/workshops/home.html", page)


@requires(Permission.WORKSHOP_RUN)
def offer(request: Request) -> HttpResponse:
    form = NewWorkshop(request.POST or None)

    def offer_workshop() -> Workshop:
        starts_at = form.cleaned_data["starts_at"]
        return actions.offer_workshop(details=form.details(), starts_at=starts_at, by=request.user)

    def done(workshop: Workshop) -> str:
        return f"“{workshop.title}” can be booked from now on. People nearby find it by postcode."

    sent = submit(request, form, offer_workshop, to=workshop_url, done=done)
    return sent or show(request, FORM, offer_page(form))


@requires(Permission.WORKSHOP_RUN)
def take_draft(request: Request, public_id: str) -> HttpResponse:
    """Complete what was planned: place, day and seats are filled in, and may be changed."""
    draft = get_object_or_404(_drafts(request), public_id=public_id)
    at = timezone.localtime(draft.starts_at)
    start = {
        "venue": draft.site.name,
        "postcode": draft.site.postcode,
        "seats": draft.seats,
        "day": at.date(),
        "time": at.time(),
    }
    form = NewWorkshop(request.POST or None, initial=start)

    def offer_draft() -> Workshop:
        return actions.offer_draft(
            draft=draft,
            details=form.details(),
            starts_at=form.cleaned_data["starts_at"],
            trained=trained_people(),
            by=request.user,
        )

    def done(workshop: Workshop) -> str:
        invited = "those it was planned for are invited, each once in two weeks at most"
        return f"“{workshop.title}” is in the diary, and {invited}."

    sent = submit(request, form, offer_draft, to=workshop_url, done=done)
    return sent or show(request, FORM, draft_page(draft, form))


@requires(Permission.WORKSHOP_RUN)
def edit(request: Request, public_id: str) -> HttpResponse:
    workshop = get_workshop_for(request, public_id)
    names = ("title", "covers", "minutes", "channel", "venue", "postcode", "access_notes", "link")
    start = {name: getattr(workshop, name) for name in names}
    form = What(request.POST or None, initial={**start, "seats": room_in(workshop).seats})
    sent = submit(
        request,
        form,
        lambda: actions.edit_workshop(workshop=workshop, details=form.details(), by=request.user),
        to=workshop_url(workshop),
        done="Kept. If the place, the length or the way in changed, everybody with a booking hears of it.",
    )
    return sent or show(request, FORM, edit_page(workshop, form))


@requires(Permission.WORKSHOP_RUN)
def move(request: Request, public_id: str) -> HttpResponse:
    workshop = get_workshop_for(request, public_id)
    at = timezone.localtime(workshop.starts_at)
    form = Day(request.POST or None, initial={"day": at.date(), "time": at.time()})

    def move_workshop() -> object:
        return actions.move_workshop(workshop=workshop, starts_at=form.cleaned_data["starts_at"], by=request.user)

    done = "Moved. Everybody keeps their seat, and is asked whether the new date suits them."
    sent = submit(request, form, move_workshop, to=workshop_url(workshop), done=done)
    return sent or show(request, FORM, move_page(workshop, form))


@requires(Permission.WORKSHOP_RUN)
def cancel(request: Request, public_id: str) -> HttpResponse:
    workshop = get_workshop_for(request, public_id)
    form = Reason(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: actions.cancel_workshop(workshop=workshop, by=request.user, **form.cleaned_data),
        to=reverse("staff:workshops"),
        done="Cancelled. Everybody who booked or waited is being told why.",
    )
    return sent or show(request, FORM, cancel_page(room_in(workshop), form))


def get_workshop_for(request: Request, public_id: str) -> Workshop:
    """Return a workshop that the trainer holds, or nothing at all."""
    return get_object_or_404(Workshop.objects.visible_to(request.user).run_by(request.user), public_id=public_id)


def _drafts(request: Request) -> QuerySet[Draft]:
    return Draft.objects.visible_to(request.user).open().select_related("site")


urlpatterns: list[URLPattern] = [
    path("workshops/", workshops, name="workshops"),
    path("workshops/offer/", offer, name="offer_workshop"),
    path("workshops/planned/<slug:public_id>/", take_draft, name="take_draft"),
    path("workshops/<slug:public_id>/edit/", edit, name="edit_workshop"),
    path("workshops/<slug:public_id>/move/", move, name="move_workshop"),
    path("workshops/<slug:public_id>/cancel/", cancel, name="cancel_workshop"),
]

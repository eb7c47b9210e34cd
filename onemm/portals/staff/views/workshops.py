"""A trainer's own page, and the workshops they offer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone

from onemm.learning.queries import trained_people
from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.workshops import Day, NewWorkshop, Reason, What
from onemm.web.gate import requires
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Draft, Workshop
from onemm.workshops.queries import day_of, opinions_of_trainer, room_in


@requires(Permission.WORKSHOP_RUN, methods=("GET",))
def workshops(request: Request) -> HttpResponse:
    drafts = Draft.objects.visible_to(request.user).open().select_related("site")
    context = {"day": day_of(request.user), "opinions": opinions_of_trainer(request.user), "drafts": drafts}
    return render(request, "staff/workshops/home.html", context)


@requires(Permission.WORKSHOP_RUN)
def offer(request: Request) -> HttpResponse:
    form = NewWorkshop(request.POST or None)
    if form.is_valid():
        try:
            made = actions.offer_workshop(
                details=form.details(), starts_at=form.cleaned_data["starts_at"], by=request.user
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"“{made.title}” can be booked from now on. People nearby find it by postcode.")
            return redirect("staff:workshop", made.public_id)
    return render(request, "staff/workshops/form.html", {"form": form})


@requires(Permission.WORKSHOP_RUN)
def take_draft(request: Request, public_id: str) -> HttpResponse:
    """Complete what was planned: place, day and seats are filled in, and may be changed."""
    found = get_object_or_404(Draft.objects.visible_to(request.user).open().select_related("site"), public_id=public_id)
    at = timezone.localtime(found.starts_at)
    start = {
        "venue": found.site.name,
        "postcode": found.site.postcode,
        "seats": found.seats,
        "day": at.date(),
        "time": at.time(),
    }
    form = NewWorkshop(request.POST or None, initial=start)
    if form.is_valid():
        try:
            made = actions.offer_draft(
                draft=found,
                details=form.details(),
                starts_at=form.cleaned_data["starts_at"],
                trained=trained_people(),
                by=request.user,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                f"“{made.title}” is in the diary, and those it was planned for are invited, each once in two weeks at "
                "most.",
            )
            return redirect("staff:workshop", made.public_id)
    return render(request, "staff/workshops/form.html", {"form": form, "draft": found})


@requires(Permission.WORKSHOP_RUN)
def edit(request: Request, public_id: str) -> HttpResponse:
    found = mine(request, public_id)
    names = ("title", "covers", "minutes", "channel", "venue", "postcode", "access_notes", "link")
    start = {name: getattr(found, name) for name in names}
    form = What(request.POST or None, initial={**start, "seats": room_in(found).seats})
    if form.is_valid():
        try:
            actions.edit_workshop(workshop=found, details=form.details(), by=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, "Kept. If the place, the length or the way in changed, everybody with a booking hears of it."
            )
            return redirect("staff:workshop", public_id)
    return render(request, "staff/workshops/form.html", {"form": form, "workshop": found})


@requires(Permission.WORKSHOP_RUN)
def move(request: Request, public_id: str) -> HttpResponse:
    found = mine(request, public_id)
    at = timezone.localtime(found.starts_at)
    form = Day(request.POST or None, initial={"day": at.date(), "time": at.time()})
    if form.is_valid():
        try:
            actions.move_workshop(workshop=found, starts_at=form.cleaned_data["starts_at"], by=request.user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, "Moved. Everybody keeps their seat, and is asked whether the new date suits them."
            )
            return redirect("staff:workshop", public_id)
    return render(request, "staff/workshops/move.html", {"form": form, "workshop": found})


@requires(Permission.WORKSHOP_RUN)
def cancel(request: Request, public_id: str) -> HttpResponse:
    found = mine(request, public_id)
    form = Reason(request.POST or None)
    if form.is_valid():
        try:
            actions.cancel_workshop(workshop=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Cancelled. Everybody who booked or waited is being told why.")
            return redirect("staff:workshops")
    return render(request, "staff/workshops/cancel.html", {"form": form, "workshop": found, "room": room_in(found)})


def mine(request: Request, public_id: str) -> Workshop:
    """Return one of the trainer's own, or nothing at all."""
    return get_object_or_404(Workshop.objects.visible_to(request.user).run_by(request.user), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("workshops/", workshops, name="workshops"),
    path("workshops/offer/", offer, name="offer_workshop"),
    path("workshops/planned/<slug:public_id>/", take_draft, name="take_draft"),
    path("workshops/<slug:public_id>/edit/", edit, name="edit_workshop"),
    path("workshops/<slug:public_id>/move/", move, name="move_workshop"),
    path("workshops/<slug:public_id>/cancel/", cancel, name="cancel_workshop"),
]

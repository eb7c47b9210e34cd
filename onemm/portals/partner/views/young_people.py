"""The partner's young people: the list, adding one or many, one person's page, and sign-in cards."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.mentoring import actions, queries
from onemm.mentoring.models import Enrolment
from onemm.people.actions.cards import issue_card
from onemm.people.actions.consents import record_consent, withdraw_consent
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.young_people import CardsForm, ConsentForm, WishesForm, YoungPersonForm
from onemm.portals.partner.pages.young_people import add_page, cards_page, young_people_page
from onemm.portals.partner.pages.young_person import wishes_of, young_person_page
from onemm.portals.partner.views.lists import urlpatterns as list_urlpatterns
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request
from onemm.web.tables import A_PAGE

PERSON = "partner/young_people/person.html"
FRESH_CARDS = "fresh_cards"
"""Where codes wait between being made and being shown, once."""
WISHES_KEPT = "Their wishes are kept. The next matching round uses them."
NOTHING_CHANGED = "Nothing was different, so nothing changed."


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def young_people(request: Request) -> HttpResponse:
    return show(request, "partner/young_people/list.html", young_people_page(request.user, request.GET))


@requires(Permission.ENROLMENT_MANAGE)
def add(request: Request) -> HttpResponse:
    form = YoungPersonForm(request.POST or None, person=request.user)
    answer = submit(
        request,
        form,
        lambda: actions.enrol_young_person(by=request.user, **form.enrolment()),
        to=lambda enrolment: reverse("partner:young_person", args=[enrolment.public_id]),
        done=lambda enrolment: (
            f"{enrolment.person.first_name} is on the list, and will be in your next matching round."
        ),
    )
    return answer or show(request, "partner/young_people/add.html", add_page(form))


@requires(Permission.ENROLMENT_MANAGE)
def young_person(request: Request, public_id: str) -> HttpResponse:
    enrolment = get_enrolment_for(request, public_id)
    form = WishesForm(request.POST or None, initial=wishes_of(enrolment))
    answer = submit(
        request,
        form,
        lambda: actions.change_enrolment(enrolment=enrolment, by=request.user, **form.wishes()),
        to=reverse("partner:young_person", args=[public_id]),
        done=lambda changed: WISHES_KEPT if changed else NOTHING_CHANGED,
    )
    return answer or show(request, PERSON, young_person_page(enrolment, form=form))


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def consent_record(request: Request, public_id: str) -> HttpResponse:
    enrolment = get_enrolment_for(request, public_id)
    form = ConsentForm(request.POST)
    answer = submit(
        request,
        form,
        lambda: record_consent(young_person=enrolment.person, by=request.user, **asdict(form.consent())),
        to=reverse("partner:young_person", args=[public_id]),
        done="The consent is on record. If meetings were paused for it, you can now let them go on.",
    )
    return answer or show(request, PERSON, young_person_page(enrolment, consent_form=form))


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def consent_withdraw(request: Request, public_id: str) -> HttpResponse:
    enrolment = get_enrolment_for(request, public_id)
    consent = queries.standing_consent_of(enrolment.person)
    if consent is None:
        messages.info(request, "There was no consent left to withdraw.")
    else:
        withdraw_consent(consent=consent, by=request.user)
        messages.success(request, "The consent is withdrawn. Their meetings are paused, and both have been told.")
    return redirect("partner:young_person", public_id)


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def leave(request: Request, public_id: str) -> HttpResponse:
    enrolment = get_enrolment_for(request, public_id)
    actions.leave_programme(enrolment=enrolment, by=request.user)
    messages.success(
        request, f"{enrolment.person.first_name} has left the programme and will not be suggested a mentor."
    )
    return redirect("partner:young_people")


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def cards_issue(request: Request) -> HttpResponse:
    ticked = request.POST.getlist("chosen")[:A_PAGE]
    chosen = list(queries.young_people_of(request.user).filter(public_id__in=ticked))
    form = CardsForm(request.POST, shown=chosen)
    if not form.is_valid():
        messages.error(request, "No cards were made. Tick the young people first, and press the button again.")
        return redirect("partner:young_people")
    request.session[FRESH_CARDS] = [
        {
            "name": enrolment.person.first_name,
            "reference": enrolment.reference,
            "code": issue_card(person=enrolment.person, by=request.user),
        }
        for enrolment in chosen
    ]
    return redirect("partner:cards")


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def cards(request: Request) -> HttpResponse:
    return show(request, "partner/young_people/cards.html", cards_page(request.session.pop(FRESH_CARDS, [])))


def get_enrolment_for(request: Request, public_id: str) -> Enrolment:
    """Return the place of a young person whom whoever asks looks after, never their own."""
    places = Enrolment.objects.visible_to(request.user).exclude(person=request.user)
    return get_object_or_404(places.select_related("person", "programme__site"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("young-people/", young_people, name="young_people"),
    path("young-people/add/", add, name="young_person_add"),
    *list_urlpatterns,
    path("young-people/cards/issue/", cards_issue, name="cards_issue"),
    path("young-people/cards/", cards, name="cards"),
    path("young-people/<slug:public_id>/", young_person, name="young_person"),
    path("young-people/<slug:public_id>/consent/", consent_record, name="consent_record"),
    path("young-people/<slug:public_id>/consent/withdraw/", consent_withdraw, name="consent_withdraw"),
    path("young-people/<slug:public_id>/leave/", leave, name="young_person_leave"),
]

"""The partner's young people: the list, adding one or many, one person's page, and sign-in cards."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.mentoring import actions, queries
from onemm.mentoring.models import Enrolment
from onemm.people.actions.cards import issue_card
from onemm.people.actions.consents import record_consent, withdraw_consent
from onemm.people.permissions import Permission
from onemm.portals.partner.forms.young_people import (
    CardsForm,
    ConsentForm,
    FilterForm,
    WishesForm,
    YoungPersonForm,
    wishes_in_words,
)
from onemm.portals.partner.views.lists import urlpatterns as list_urlpatterns
from onemm.web.gate import requires
from onemm.web.qr import drawing_of
from onemm.web.requests import Request

PER_PAGE = 50
FRESH_CARDS = "fresh_cards"
"""Where codes wait between being made and being shown, once."""


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def young_people(request: Request) -> HttpResponse:
    form = FilterForm(request.GET, person=request.user)
    asked = form.cleaned_data if form.is_valid() else {}
    rows = queries.young_people_of(request.user, standing=asked.get("standing", ""), programme=asked.get("programme"))
    context = {
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")),
        "form": form,
        "has_programmes": bool(form.fields["programme"].queryset),  # type: ignore[attr-defined]  # a ModelChoiceField
    }
    return render(request, "partner/young_people/list.html", context)


@requires(Permission.ENROLMENT_MANAGE)
def add(request: Request) -> HttpResponse:
    form = YoungPersonForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            enrolment = actions.enrol_young_person(
                programme=said["programme"],
                by=request.user,
                reference=said["reference"],
                first_name=said["first_name"],
                last_name=said["last_initial"].upper(),
                born=said["born"],
                consent=form.consent(),
                **form.wishes(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            name = enrolment.person.first_name
            messages.success(request, f"{name} is on the list, and will be in your next matching round.")
            return redirect("partner:young_person", enrolment.public_id)
    return render(request, "partner/young_people/add.html", {"form": form})


@requires(Permission.ENROLMENT_MANAGE)
def young_person(request: Request, public_id: str) -> HttpResponse:
    enrolment = _theirs(request, public_id)
    form = WishesForm(request.POST or None, initial=_initial(enrolment))
    if request.method == "POST" and form.is_valid():
        try:
            changed = actions.change_enrolment(enrolment=enrolment, by=request.user, **form.wishes())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                "Their wishes are kept. The next matching round uses them."
                if changed
                else "Nothing was different, so nothing changed.",
            )
            return redirect("partner:young_person", public_id)
    return _page_of(request, enrolment, form=form)


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def consent_record(request: Request, public_id: str) -> HttpResponse:
    enrolment = _theirs(request, public_id)
    form = ConsentForm(request.POST)
    if form.is_valid():
        said = form.consent()
        try:
            record_consent(
                young_person=enrolment.person,
                given_by=said.given_by,
                guardian_name=said.guardian_name,
                given_on=said.given_on,
                by=request.user,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, "The consent is on record. If meetings were paused for it, you can now let them go on."
            )
            return redirect("partner:young_person", public_id)
    return _page_of(request, enrolment, consent_form=form)


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def consent_withdraw(request: Request, public_id: str) -> HttpResponse:
    enrolment = _theirs(request, public_id)
    consent = queries.standing_consent_of(enrolment.person)
    if consent is None:
        messages.info(request, "There was no consent left to withdraw.")
    else:
        withdraw_consent(consent=consent, by=request.user)
        messages.success(request, "The consent is withdrawn. Their meetings are paused, and both have been told.")
    return redirect("partner:young_person", public_id)


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def leave(request: Request, public_id: str) -> HttpResponse:
    enrolment = _theirs(request, public_id)
    actions.leave_programme(enrolment=enrolment, by=request.user)
    messages.success(
        request, f"{enrolment.person.first_name} has left the programme and will not be suggested a mentor."
    )
    return redirect("partner:young_people")


@requires(Permission.ENROLMENT_MANAGE, methods=("POST",))
def cards_issue(request: Request) -> HttpResponse:
    shown = list(queries.young_people_of(request.user).filter(public_id__in=request.POST.getlist("chosen")[:PER_PAGE]))
    form = CardsForm(request.POST, shown=shown)
    if not form.is_valid():
        messages.error(request, "No cards were made. Tick the young people first, and press the button again.")
        return redirect("partner:young_people")
    request.session[FRESH_CARDS] = [
        {
            "name": enrolment.person.first_name,
            "reference": enrolment.reference,
            "code": issue_card(person=enrolment.person, by=request.user),
        }
        for enrolment in shown
    ]
    return redirect("partner:cards")


@requires(Permission.ENROLMENT_MANAGE, methods=("GET",))
def cards(request: Request) -> HttpResponse:
    address = f"{settings.ADDRESS.rstrip('/')}{reverse('public:card')}"
    context = {"cards": request.session.pop(FRESH_CARDS, []), "address": address, "qr": drawing_of(address)}
    return render(request, "partner/young_people/cards.html", context)


def _theirs(request: Request, public_id: str) -> Enrolment:
    rows = Enrolment.objects.visible_to(request.user).exclude(person=request.user).select_related("person", "programme")
    return get_object_or_404(rows, public_id=public_id)


def _initial(enrolment: Enrolment) -> dict[str, object]:
    return {name: getattr(enrolment, name) for name in WishesForm.base_fields}


def _page_of(
    request: Request, enrolment: Enrolment, *, form: WishesForm | None = None, consent_form: ConsentForm | None = None
) -> HttpResponse:
    context = {
        "enrolment": enrolment,
        "person": enrolment.person,
        "consent": queries.standing_consent_of(enrolment.person),
        "form": form or WishesForm(initial=_initial(enrolment)),
        "wishes": wishes_in_words(_initial(enrolment)),
        "consent_form": consent_form or ConsentForm(),
        "matches": enrolment.matches.select_related("mentor"),
        "cards": enrolment.person.cards.filter(revoked_at=None),
    }
    return render(request, "partner/young_people/person.html", context)


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

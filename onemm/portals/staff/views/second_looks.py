"""Looking again: at an appeal against a decision, and at someone who is like someone we turned away."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.second_looks import AppealAnswerForm, LikenessForm
from onemm.portals.staff.pages.application_forms import appeal_page, likeness_page
from onemm.portals.staff.views.applications import get_application_for
from onemm.portals.staff.views.screening import FORM, page_of
from onemm.recruitment import actions
from onemm.recruitment.models import Appeal, Likeness
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.APPLICATION_DECIDE)
def appeal(request: Request, public_id: str) -> HttpResponse:
    application = get_application_for(request, public_id)
    appeals = Appeal.objects.visible_to(request.user).open().filter(decision__application=application)
    appeal = get_object_or_404(appeals.select_related("decision__application__person", "decision__decided_by"))
    form = AppealAnswerForm(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: actions.answer_appeal(appeal=appeal, by=request.user, **form.cleaned_data),
        to=page_of(application),
        done=f"{application.person.first_name} gets your answer now.",
    )
    return sent or show(request, FORM, appeal_page(appeal, form))


@requires(Permission.APPLICATION_DECIDE)
def likeness(request: Request, public_id: str, likeness: int) -> HttpResponse:
    application = get_application_for(request, public_id)
    alike = get_object_or_404(
        Likeness.objects.visible_to(request.user)
        .open()
        .filter(application=application)
        .select_related("application__person", "other__person", "other__area"),
        pk=likeness,
    )
    form = LikenessForm(request.POST or None)
    sent = submit(
        request,
        form,
        lambda: actions.settle_likeness(likeness=alike, by=request.user, **form.cleaned_data),
        to=page_of(application),
        done="Kept, with your name. Nothing follows by itself: the decision is still yours to make.",
    )
    return sent or show(request, FORM, likeness_page(alike, form))


urlpatterns: list[URLPattern] = [
    path("applications/<slug:public_id>/appeal/", appeal, name="application_appeal"),
    path("applications/<slug:public_id>/likenesses/<int:likeness>/", likeness, name="application_likeness"),
]

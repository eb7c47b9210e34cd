"""Looking again: at an appeal against a decision, and at somebody who is like somebody we turned away."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.second_looks import AppealAnswerForm, LikenessForm
from onemm.portals.staff.views.applications import screened, written_down
from onemm.recruitment import actions
from onemm.recruitment.models import Appeal, Likeness
from onemm.recruitment.queries import grounds_in_words
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.APPLICATION_DECIDE)
def appeal(request: Request, public_id: str) -> HttpResponse:
    row = screened(request, public_id)
    rows = Appeal.objects.visible_to(request.user).open().filter(decision__application=row)
    asked = get_object_or_404(rows.select_related("decision__application", "decision__decided_by"))
    form = AppealAnswerForm(request.POST or None)

    def keep() -> None:
        actions.answer_appeal(appeal=asked, by=request.user, **form.cleaned_data)

    return written_down(
        request,
        row,
        form,
        keep,
        title="A second look at the decision",
        said=f"{row.person.first_name} gets your answer now.",
        appeal=asked,
    )


@requires(Permission.APPLICATION_DECIDE)
def likeness(request: Request, public_id: str, likeness: int) -> HttpResponse:
    row = screened(request, public_id)
    rows = Likeness.objects.visible_to(request.user).open().filter(application=row)
    alike = get_object_or_404(rows.select_related("application", "other__person", "other__area"), pk=likeness)
    form = LikenessForm(request.POST or None)

    def keep() -> None:
        actions.settle_likeness(likeness=alike, by=request.user, **form.cleaned_data)

    said = "Kept, with your name. Nothing follows by itself: the decision is still yours to make."
    return written_down(
        request, row, form, keep, title="One person or two?", said=said, likeness=alike, grounds=grounds_in_words(alike)
    )


urlpatterns: list[URLPattern] = [
    path("applications/<slug:public_id>/appeal/", appeal, name="application_appeal"),
    path("applications/<slug:public_id>/likenesses/<int:likeness>/", likeness, name="application_likeness"),
]

"""The parts of a manuscript: blocks, questions, evidence; moments, endings, details."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import DrawingBlock, EvidenceForm, PictureBlock, RecordingBlock, TextBlock
from onemm.portals.staff.forms.writing_practice import DetailForm, EndingForm, QuestionForm, StepForm
from onemm.portals.staff.pages.manuscript_forms import part_form_page
from onemm.portals.staff.pages.manuscript_sections import NEW, places_beside
from onemm.portals.staff.views.manuscripts import get_manuscript_for, number_sent
from onemm.publishing import actions
from onemm.publishing.models import Manuscript
from onemm.publishing.rules.blocks import KINDS
from onemm.publishing.rules.bodies import PARTS, NoSuchPart, part_of
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.COURSE_EDIT)
def part(request: Request, public_id: str, part: str, key: str) -> HttpResponse:
    manuscript = get_manuscript_for(request, public_id)
    kept = _kept(manuscript, part, key)
    kind = kept.get("kind") or request.GET.get("kind", "text")
    if part == "block" and (kind not in KINDS or (kind == "drawing" and key == NEW)):
        raise Http404
    form = _form(request, manuscript, part, kept, kind)

    def save_part() -> str:
        return actions.save_part(
            manuscript=manuscript,
            revision=form.cleaned_data["revision"],
            part=part,
            key="" if key == NEW else key,
            values=_values(request, form, part, kept, kind),
            by=request.user,
        )

    sent = submit(request, form, save_part, to=_place_of(public_id, part), done="Saved.")
    return sent or show(request, "staff/writing/form.html", part_form_page(manuscript, form, part, kept, kind))


@requires(Permission.COURSE_EDIT, methods=("POST",))
def move(request: Request, public_id: str, part: str, key: str) -> HttpResponse:
    actions.move_part(
        manuscript=get_manuscript_for(request, public_id),
        revision=number_sent(request, "revision"),
        part=part,
        key=key,
        up=request.POST.get("to") == "up",
        by=request.user,
    )
    return redirect(_place_of(public_id, part))


@requires(Permission.COURSE_EDIT, methods=("POST",))
def remove(request: Request, public_id: str, part: str, key: str) -> HttpResponse:
    manuscript = get_manuscript_for(request, public_id)
    revision = number_sent(request, "revision")
    actions.remove_part(manuscript=manuscript, revision=revision, part=part, key=key, by=request.user)
    messages.success(request, "Taken out. Under “Revisions” you can bring it back.")
    return redirect(_place_of(public_id, part))


def _place_of(public_id: str, part: str) -> str:
    """Return where the parts of this name stand on the manuscript's page."""
    return f"{reverse('staff:manuscript', args=[public_id])}#{part}"


def _kept(manuscript: Manuscript, part: str, key: str) -> dict[str, Any]:
    if part not in PARTS[manuscript.kind]:
        raise Http404
    if key == NEW:
        return {}
    try:
        return part_of(manuscript.body, part, key)
    except NoSuchPart as problem:
        raise Http404 from problem


def _form(request: Request, manuscript: Manuscript, part: str, kept: dict[str, Any], kind: str) -> Any:
    initial = {
        **{name: value for name, value in kept.items() if name not in {"file", "captions"}},
        "revision": manuscript.revision,
    }
    if part == "block":
        return _block_form(request, kept, kind, initial)
    if part == "question":
        return QuestionForm(request.POST or None, initial={"revision": manuscript.revision}, kept=kept)
    if part == "step":
        return StepForm(
            request.POST or None,
            initial={"revision": manuscript.revision},
            kept=kept,
            places=places_beside(manuscript, kept.get("key", "")),
        )
    if part == "detail":
        initial["values_in_words"] = "\n".join(kept.get("values", ()))
    return {"detail": DetailForm, "ending": EndingForm, "evidence": EvidenceForm}[part](
        request.POST or None, initial=initial
    )


def _block_form(request: Request, kept: dict[str, Any], kind: str, initial: dict[str, Any]) -> Any:
    sent = (request.POST or None, request.FILES or None)
    if kind == "picture":
        return PictureBlock(*sent, initial=initial, kept=kept)
    if kind in {"sound", "film"}:
        return RecordingBlock(*sent, initial=initial, kept=kept, is_film=kind == "film")
    return (DrawingBlock if kind == "drawing" else TextBlock)(request.POST or None, initial=initial)


def _values(request: Request, form: Any, part: str, kept: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return what to save. Files are made anew and kept first; one that was there stays unless another was chosen."""
    values: dict[str, Any] = form.values()
    if part != "block":
        return values
    for name, file_kind in (("file", kind), ("captions", "captions")):
        if name in values:
            sent = values[name]
            kept_file = (
                actions.keep_file(kind=file_kind, sent=sent.read(), by=request.user, field=name).public_id
                if sent
                else kept.get(name, "")
            )
            values[name] = kept_file
    return {**kept, **values, "kind": kind}


urlpatterns: list[URLPattern] = [
    path("manuscripts/<slug:public_id>/parts/<slug:part>/<slug:key>/", part, name="manuscript_part"),
    path("manuscripts/<slug:public_id>/parts/<slug:part>/<slug:key>/move/", move, name="manuscript_part_move"),
    path("manuscripts/<slug:public_id>/parts/<slug:part>/<slug:key>/remove/", remove, name="manuscript_part_remove"),
]

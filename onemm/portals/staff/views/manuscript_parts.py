"""The parts of a manuscript: blocks, questions, evidence; moments, endings, details."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from onemm.lib.errors import Refused
from onemm.people.permissions import Permission
from onemm.portals.staff.forms.writing import DrawingBlock, EvidenceForm, PictureBlock, RecordingBlock, TextBlock
from onemm.portals.staff.forms.writing_practice import DetailForm, EndingForm, QuestionForm, StepForm
from onemm.portals.staff.views.manuscripts import called, facts_of, found
from onemm.publishing import actions
from onemm.publishing.models import Manuscript
from onemm.publishing.rules.blocks import KINDS
from onemm.publishing.rules.bodies import PARTS, NoSuchPart, part_of
from onemm.web.gate import requires
from onemm.web.requests import Request

NEW = "new"
TITLES = {
    "question": "A question",
    "evidence": "What it rests on",
    "step": "A moment",
    "ending": "An ending",
    "detail": "A detail that changes",
}


@requires(Permission.COURSE_EDIT)
def part(request: Request, public_id: str, part: str, key: str) -> HttpResponse:
    row = found(request, public_id)
    kept = _kept(row, part, key)
    kind = kept.get("kind") or request.GET.get("kind", "text")
    if part == "block" and (kind not in KINDS or (kind == "drawing" and key == NEW)):
        raise Http404
    form = _form(request, row, part, kept, kind)
    if form.is_valid():
        try:
            values = _values(request, form, part, kept, kind)
            actions.save_part(
                manuscript=row,
                revision=form.cleaned_data["revision"],
                part=part,
                key="" if key == NEW else key,
                values=values,
                by=request.user,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "Saved.")
            return redirect(f"{reverse('staff:manuscript', args=[public_id])}#{part}")
    title = KINDS[kind] if part == "block" else TITLES[part]
    return render(
        request, "staff/writing/form.html", {**facts_of(row), "form": form, "title": title, "kept": kept, "part": part}
    )


@requires(Permission.COURSE_EDIT, methods=("POST",))
def move(request: Request, public_id: str, part: str, key: str) -> HttpResponse:
    row = found(request, public_id)
    actions.move_part(
        manuscript=row,
        revision=_revision(request),
        part=part,
        key=key,
        up=request.POST.get("to") == "up",
        by=request.user,
    )
    return redirect(f"{reverse('staff:manuscript', args=[public_id])}#{part}")


@requires(Permission.COURSE_EDIT, methods=("POST",))
def remove(request: Request, public_id: str, part: str, key: str) -> HttpResponse:
    row = found(request, public_id)
    actions.remove_part(manuscript=row, revision=_revision(request), part=part, key=key, by=request.user)
    messages.success(request, "Taken out. Under “Revisions” you can bring it back.")
    return redirect(f"{reverse('staff:manuscript', args=[public_id])}#{part}")


def _revision(request: Request) -> int:
    said = request.POST.get("revision", "")
    return int(said) if said.isdecimal() and len(said) < 9 else -1


def _kept(row: Manuscript, part: str, key: str) -> dict[str, Any]:
    if part not in PARTS[row.kind]:
        raise Http404
    if key == NEW:
        return {}
    try:
        return part_of(row.body, part, key)
    except NoSuchPart as problem:
        raise Http404 from problem


def _form(request: Request, row: Manuscript, part: str, kept: dict[str, Any], kind: str) -> Any:
    initial = {
        **{name: value for name, value in kept.items() if name not in {"file", "captions"}},
        "revision": row.revision,
    }
    if part == "block":
        return _block_form(request, kept, kind, initial)
    if part == "question":
        return QuestionForm(request.POST or None, initial={"revision": row.revision}, kept=kept)
    if part == "step":
        return StepForm(
            request.POST or None,
            initial={"revision": row.revision},
            kept=kept,
            places=_places(row, kept.get("key", "")),
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


def _places(row: Manuscript, here: str) -> list[tuple[str, str]]:
    return [
        (one["key"], called(row, one["key"]))
        for name in ("step", "ending")
        for one in row.body[name]
        if one["key"] != here
    ]


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

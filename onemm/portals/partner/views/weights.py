"""What matters in a programme: tried first, then kept as a new version; and what bridging costs."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from onemm.lib.errors import Refused
from onemm.matching import actions, queries, refusals
from onemm.matching.models import programmes_run_by
from onemm.matching.problem import Preview, Tried, preview_of, trade_off_of
from onemm.matching.rules import CHOICES, LABELS, MEANINGS, in_words
from onemm.people.permissions import Permission
from onemm.places.models import Programme
from onemm.portals.partner.forms.rounds import KeepForm, WeightsForm
from onemm.web.gate import requires
from onemm.web.requests import Request

HISTORY = 20
SHOWN = 200
TENTHS = 10


@requires(Permission.ROUND_RUN)
def weights(request: Request, public_id: str) -> HttpResponse:
    """GET with seven choices shows what they would change; POST with the same keeps them."""
    programme = _programme(request, public_id)
    if request.method == "POST":
        return _keep(request, programme)
    standing = queries.standing_weights(programme)
    asked = any(name in request.GET for name in LABELS)
    form = WeightsForm(request.GET if asked else None, initial=standing.choices)
    preview = None
    if asked and form.is_valid():
        try:
            preview = _preview(programme, standing, form)
        except Refused as refusal:
            form.refuse(refusal)
    return _page(request, programme, standing, form, preview)


@requires(Permission.ROUND_RUN, methods=("GET",))
def trade_off(request: Request, public_id: str) -> HttpResponse:
    programme = _programme(request, public_id)
    standing = queries.standing_weights(programme)
    tries = trade_off_of(programme)
    context = {
        "programme": programme,
        "rows": _rows(programme, standing, tries),
        "waiting": tries[0].waiting,
        "finding": _finding(tries),
        "note": "Fit is measured with bridging left out. The pale bars show where the true Bridge Index may lie (95%, "
        "Wilson).",
    }
    return render(request, "partner/weights/trade_off.html", context)


def _keep(request: Request, programme: Programme) -> HttpResponse:
    form = KeepForm(request.POST)
    standing = queries.standing_weights(programme)
    if form.is_valid():
        try:
            kept = actions.set_weights(
                programme=programme, by=request.user, choices=form.weights, instead_of=form.cleaned_data["instead_of"]
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request,
                f"Kept as version {kept.version}. The next round goes by it; earlier rounds keep what they went by.",
            )
            return redirect("partner:weights", programme.public_id)
    return _page(request, programme, standing, form, None)


def _preview(programme: Programme, standing: queries.Standing, form: WeightsForm) -> Preview:
    if not any(form.weights.values()):
        raise refusals.NothingMatters
    return preview_of(programme, standing.choices, form.weights)


def _page(
    request: Request, programme: Programme, standing: queries.Standing, form: WeightsForm, preview: Preview | None
) -> HttpResponse:
    history = programme.weightings.select_related("set_by").order_by("-version")[:HISTORY]
    context: dict[str, Any] = {
        "programme": programme,
        "standing": standing,
        "now": in_words(standing.choices),
        "form": form,
        "fields": [form[name] for name in LABELS],
        "meanings": [(label, MEANINGS[name]) for name, label in LABELS.items()],
        "history": [(one, in_words(one.choices), _address(programme, one.choices)) for one in history],
        "preview": preview,
    }
    if preview:
        context |= {
            "new": in_words(preview.after.choices),
            "moved": preview.moved[:SHOWN],
            "is_new": preview.after.choices != standing.choices,
            "crossed": [
                (label, preview.before.crossed[name], preview.after.crossed[name])
                for name, label in queries.CROSSED.items()
            ],
        }
    return render(request, "partner/weights/weights.html", context)


def _rows(programme: Programme, standing: queries.Standing, tries: tuple[Tried, ...]) -> list[dict[str, Any]]:
    names = dict(CHOICES)
    return [
        {
            "label": names[one.choices["bridging"]],
            "fit": one.fit,
            "matched": one.matched,
            "index": one.bridge_index,
            "background": one.crossed["background"],
            "generation": one.crossed["generation"],
            "current": one.choices == standing.choices,
            "url": _address(programme, one.choices),
        }
        for one in tries
    ]


def _finding(tries: tuple[Tried, ...]) -> str:
    """Say what the most weight costs against the least, in a sentence."""
    first, last = tries[0], tries[-1]
    if first.fit is None or last.fit is None:
        return "Nobody can be paired just now"
    cost = f"{abs(first.fit - last.fit) / TENTHS:.1f} of 100 points of fit"
    if all(one.mentor_of == first.mentor_of for one in tries):
        return "Just now the weight of bridging makes no difference: the same pairs are best with any"
    if not (first.bridge_index and last.bridge_index):
        return f"The most weight on bridging costs {cost}"
    gain = round((last.bridge_index.value - first.bridge_index.value) * 100)
    if gain <= 0:
        return f"More weight on bridging would bridge no more pairs here, and costs {cost}"
    return f"The most weight on bridging lets {gain} more pairs in 100 bridge, and costs {cost}"


def _address(programme: Programme, choices: dict[str, int]) -> str:
    chosen = urlencode({name: choices[name] for name in LABELS})
    return f"{reverse('partner:weights', args=[programme.public_id])}?{chosen}#preview"


def _programme(request: Request, public_id: str) -> Programme:
    return get_object_or_404(programmes_run_by(request.user).select_related("site"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("programmes/<slug:public_id>/weights/", weights, name="weights"),
    path("programmes/<slug:public_id>/trade-off/", trade_off, name="trade_off"),
]

"""What matters in a programme: tried first, then kept as a new version; and what bridging costs."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.jobs.actions import stop_job
from onemm.jobs.models import Job
from onemm.jobs.refusals import JobIsOver
from onemm.matching import actions
from onemm.matching.models import programmes_run_by
from onemm.matching.queries import standing_weights
from onemm.matching.rules import LABELS
from onemm.matching.rules.jobs import PREVIEW, TRADE_OFF
from onemm.people.permissions import Permission
from onemm.places.models import Programme
from onemm.portals.partner.forms.rounds import KeepForm, WeightsForm
from onemm.portals.partner.pages.trade_off import trade_off_page
from onemm.portals.partner.pages.weights import address_of, weights_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request


@requires(Permission.ROUND_RUN)
def weights(request: Request, public_id: str) -> HttpResponse:
    """GET with seven choices fills them in, and shows what they would change once that was asked; POST keeps them."""
    programme = _programme(request, public_id)
    if request.method == "POST":
        form: WeightsForm = KeepForm(request.POST)
    else:
        is_asked = any(name in request.GET for name in LABELS)
        form = WeightsForm(request.GET if is_asked else None, initial=standing_weights(programme).choices)
    kept = submit(
        request,
        form,
        lambda: actions.set_weights(
            programme=programme, by=request.user, choices=form.weights, instead_of=form.cleaned_data["instead_of"]
        ),
        to=reverse("partner:weights", args=[public_id]),
        done=lambda weighting: (
            f"Kept as version {weighting.version}. The next round goes by it; earlier rounds keep what they went by."
        ),
    )
    return kept or _page(request, programme, form)


@requires(Permission.ROUND_RUN, methods=("POST",))
def weights_try(request: Request, public_id: str) -> HttpResponse:
    programme = _programme(request, public_id)
    form = WeightsForm(request.POST)
    asked = submit(
        request,
        form,
        lambda: actions.ask_for_preview(programme=programme, choices=form.weights, by=request.user),
        to=lambda job: f"{address_of(programme, job.arguments['after'])}#preview",
    )
    return asked or _page(request, programme, form)


@requires(Permission.ROUND_RUN)
def trade_off(request: Request, public_id: str) -> HttpResponse:
    """GET shows what was worked out; POST asks for it."""
    programme = _programme(request, public_id)
    if request.method == "POST":
        actions.ask_for_trade_off(programme=programme, by=request.user)
        return redirect("partner:trade_off", public_id)
    page = trade_off_page(programme, heard=request.GET.get("heard", ""))
    return show(request, "partner/weights/trade_off.html", page, part="result")


@requires(Permission.ROUND_RUN, methods=("POST",))
def weights_stop(request: Request, public_id: str) -> HttpResponse:
    """Stop whatever is being tried in a programme."""
    programme = _programme(request, public_id)
    jobs = Job.objects.visible_to(request.user).open().filter(subject=programme.public_id)
    job = jobs.filter(kind__in=(PREVIEW, TRADE_OFF)).order_by("-asked_at").first()
    if job is None:
        raise JobIsOver
    stop_job(job=job, by=request.user)
    return redirect("partner:weights", public_id)


def _page(request: Request, programme: Programme, form: WeightsForm) -> HttpResponse:
    page = weights_page(programme, form, heard=request.GET.get("heard", ""))
    return show(request, "partner/weights/weights.html", page, part="tried")


def _programme(request: Request, public_id: str) -> Programme:
    return get_object_or_404(programmes_run_by(request.user).select_related("site"), public_id=public_id)


urlpatterns: list[URLPattern] = [
    path("programmes/<slug:public_id>/weights/", weights, name="weights"),
    path("programmes/<slug:public_id>/weights/try/", weights_try, name="weights_try"),
    path("programmes/<slug:public_id>/weights/stop/", weights_stop, name="weights_stop"),
    path("programmes/<slug:public_id>/trade-off/", trade_off, name="trade_off"),
]

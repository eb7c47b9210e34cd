"""Where workshops would let the most people come: for whoever plans training in an area.

One click makes a draft of a proposal.
"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse

from onemm.clearance.actions import ask_for_training_plan
from onemm.clearance.queries.plans import Proposed, plan_in, plan_job_of
from onemm.jobs.actions import stop_job
from onemm.jobs.models import Job
from onemm.jobs.refusals import JobIsOver
from onemm.lib.errors import Refused
from onemm.people.access import scope_of
from onemm.people.permissions import Permission
from onemm.places.models import Site
from onemm.portals.staff.forms.planning import HowMuch
from onemm.portals.staff.pages.planning import planning_page
from onemm.web.gate import requires
from onemm.web.pages import show, submit
from onemm.web.requests import Request
from onemm.workshops import actions
from onemm.workshops.models import Draft

USUAL = {"workshops": 4, "seats": 12}


@requires(Permission.WORKSHOP_PLAN)
def plan(request: Request) -> HttpResponse:
    """GET shows what was worked out; POST asks for it."""
    job = plan_job_of(request.user)
    form = HowMuch(request.POST or None, initial=job.arguments if job else USUAL)
    asked = submit(
        request,
        form,
        lambda: ask_for_training_plan(by=request.user, **form.cleaned_data),
        to=reverse("staff:plan_workshops"),
    )
    if asked:
        return asked
    page = planning_page(request.user, form, heard=request.GET.get("heard", ""))
    return show(request, "staff/workshops/plan.html", page, part="result")


@requires(Permission.WORKSHOP_PLAN, methods=("POST",))
def stop(request: Request) -> HttpResponse:
    job = plan_job_of(request.user)
    if job is None:
        raise JobIsOver
    stop_job(job=job, by=request.user)
    return redirect("staff:plan_workshops")


@requires(Permission.WORKSHOP_PLAN, methods=("POST",))
def draft(request: Request) -> HttpResponse:
    """Make a draft of one workshop of the plan that was shown: what it says is read from there, never from the form."""
    job = plan_job_of(request.user)
    proposed = _proposed(request, job) if job and job.public_id == request.POST.get("plan") else None
    if job is None or proposed is None:
        messages.warning(request, "This proposal is too old. Work it out again.")
        return redirect("staff:plan_workshops")
    site = get_object_or_404(
        Site.objects.visible_to(scope_of(request.user, Permission.WORKSHOP_PLAN)), pk=proposed.site
    )
    try:
        actions.draft_workshop(
            site=site,
            starts_at=proposed.starts_at,
            seats=job.arguments["seats"],
            reasons=proposed.reasons,
            people=proposed.people,
            by=request.user,
        )
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(
            request,
            f"A draft for {site.name} is on every trainer’s page. Whoever takes it puts it in the diary, and those it "
            "is for are invited.",
        )
    return redirect("staff:plan_workshops")


@requires(Permission.WORKSHOP_PLAN, methods=("POST",))
def drop(request: Request, public_id: str) -> HttpResponse:
    scope = scope_of(request.user, Permission.WORKSHOP_PLAN)
    drafts = Draft.objects.visible_to(request.user).select_related("site__organisation")
    dropped = get_object_or_404(drafts, public_id=public_id)
    if not scope.covers(dropped.site.organisation):
        raise Http404
    actions.drop_draft(draft=dropped, by=request.user)
    messages.success(request, "Dropped. The people it was for are planned for anew.")
    return redirect("staff:plan_workshops")


def _proposed(request: Request, job: Job) -> Proposed | None:
    if job.state != Job.State.DONE:
        return None
    numbered = {str(workshop.number): workshop for workshop in plan_in(job).proposed}
    return numbered.get(request.POST.get("number", ""))


urlpatterns: list[URLPattern] = [
    path("training-plan/", plan, name="plan_workshops"),
    path("training-plan/stop/", stop, name="stop_planning"),
    path("training-plan/draft/", draft, name="draft_workshop"),
    path("training-plan/drafts/<slug:public_id>/drop/", drop, name="drop_draft"),
]

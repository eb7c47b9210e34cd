"""Would you like to meet this young person?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from onemm.lib.errors import Refused
from onemm.matching.actions import answer_as_mentor
from onemm.matching.models import Proposal
from onemm.matching.queries import reasons_of
from onemm.matching.rules import Reader
from onemm.people.permissions import Permission
from onemm.portals.mentor.forms.proposals import AnswerForm
from onemm.web.gate import requires
from onemm.web.requests import Request

YES = "Thank you. When the young person says yes too, the coordinator brings you together, within two weeks."
NO = "Thank you for saying so. We keep you on our list, and write when we have thought of somebody else."


@requires(Permission.MATCH_MENTOR)
def proposal(request: Request, public_id: str) -> HttpResponse:
    row = _mine(request, public_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        yes = form.cleaned_data["answer"] == "yes"
        try:
            answer_as_mentor(proposal=row, by=request.user, yes=yes, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, YES if yes else NO)
            return redirect("mentor:proposal", public_id) if yes else redirect("mentor:home")
    can_answer = row.match_id is None and row.state in {Proposal.State.OFFERED, Proposal.State.ACCEPTED}
    context = {
        "proposal": row,
        "form": form,
        "reasons": reasons_of(row, to=Reader.MENTOR),
        "can_answer": can_answer,
        "said_yes": row.mentor_yes_at is not None,
    }
    return render(request, "mentor/proposals/proposal.html", context)


def _mine(request: Request, public_id: str) -> Proposal:
    rows = Proposal.objects.visible_to(request.user).filter(mentor=request.user, offered_at__isnull=False)
    return get_object_or_404(
        rows.select_related("enrolment__person", "enrolment__programme__site", "mentor__mentor_profile", "match"),
        public_id=public_id,
    )


urlpatterns: list[URLPattern] = [path("proposals/<slug:public_id>/", proposal, name="proposal")]

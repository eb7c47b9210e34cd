from typing import ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.lifecycle import Moves
from onemm.lib.names import new_public_id
from onemm.lib.privacy import AsLongAs, Blank, Cases, Keep, Nobody, Until
from onemm.lib.states import Toned
from onemm.mentoring.models import Enrolment, Match
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.places.models import Programme


def programmes_run_by(person: Person | AnonymousUser) -> models.QuerySet[Programme]:
    """Return the programmes of the partners for which someone runs rounds."""
    return Programme.objects.visible_to(access.scope_of(person, Permission.ROUND_RUN))


class WeightingQuerySet(models.QuerySet["Weighting"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Those of the programmes for which one runs rounds."""
        return self.filter(programme__in=programmes_run_by(person))


class Weighting(models.Model):
    """What matters in one programme, from one day on: a version of its weights. Never changed; a newer one takes its
    place.

    `choices` are seven choices from 0 to 5 by component (`matching.rules`). A programme without one goes by the usual
    weights.
    """

    AUDIT_NAME = "weighting"

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="weightings")
    version = models.PositiveSmallIntegerField()
    choices = models.JSONField(default=dict)
    set_at = models.DateTimeField(default=timezone.now)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = WeightingQuerySet.as_manager()

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "version"], name="a_programmes_weights_are_numbered_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="the_first_version_of_weights_is_1"),
        ]

    class Privacy:
        personal = ()
        sensitive = ()
        operational = ("id", "public_id", "programme", "version", "choices", "set_at", "set_by")
        subject = Nobody("what a programme weighs; it names the colleague who set it, and tells nothing of them")
        keep = Until("no round that used it is kept")

    def __str__(self) -> str:
        return f"weights {self.version} of {self.programme_id}"


class RoundQuerySet(models.QuerySet["Round"]):
    def visible_to(self, person: Person | AnonymousUser, permission: Permission = Permission.ROUND_RUN) -> Self:
        """Rounds of the partners for which one runs rounds, or holds another permission."""
        scope = access.scope_of(person, permission)
        if scope.everywhere:
            return self
        return self.filter(
            Q(programme__organisation__in=scope.organisations) | Q(programme__organisation__area__in=scope.areas)
        )

    def newest_of_programmes(self) -> Self:
        """The last round of each open programme that looked at everyone and came to its end."""
        newest = Round.objects.filter(
            programme=models.OuterRef("programme"), state=Round.State.PROPOSED, kind=Round.Kind.EVERYBODY
        ).order_by("-asked_at", "-pk")
        return self.filter(pk=models.Subquery(newest.values("pk")[:1]), programme__closed_at=None)


class Round(models.Model):
    """One matching run for a programme: over everyone who waits, over those who lost their mentor-to-be, or for one by
    hand.

    It keeps the weights it went by, whatever becomes of the programme's. `figures` are what `matching.rules` makes of
    its answer.

    running: asked for, and its job says how far it is. proposed: its proposals can be reviewed. failed: something went
    wrong, or someone stopped it; `problem` says what, and nothing was proposed.
    """

    AUDIT_NAME = "round"

    class State(Toned):
        RUNNING = "running", "wait", "Running"
        PROPOSED = "proposed", "good", "Proposed"
        FAILED = "failed", "late", "Did not work"

    class Kind(models.TextChoices):
        EVERYBODY = "everybody", "Everybody who waits"
        REPAIR = "repair", "Those who lost theirs"
        ONE = "one", "One young person, by hand"

    MOVES: ClassVar[Moves] = {
        State.RUNNING: frozenset({State.PROPOSED, State.FAILED}),
        State.PROPOSED: frozenset(),
        State.FAILED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="rounds")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.EVERYBODY)
    seed = models.PositiveIntegerField(default=1)
    weights = models.JSONField(default=dict)
    weighting = models.ForeignKey(Weighting, models.PROTECT, null=True, blank=True, related_name="rounds")
    repairs = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="repaired_by")
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)
    young_people = models.PositiveIntegerField(default=0)
    mentors = models.PositiveIntegerField(default=0)
    matched = models.PositiveIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    bound = models.BigIntegerField(default=0)
    unmatched = models.JSONField(default=list)
    figures = models.JSONField(default=dict)
    problem = models.CharField(max_length=300, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme"], condition=Q(state="running"), name="one_round_at_a_time_per_programme"
            ),
            models.CheckConstraint(
                condition=Q(kind="repair", repairs__isnull=False) | (~Q(kind="repair") & Q(repairs=None)),
                name="a_repair_says_which_round_it_repairs",
            ),
        ]

    class Privacy:
        personal = ("unmatched",)
        sensitive = ()
        operational = (
            "id",
            "public_id",
            "programme",
            "state",
            "kind",
            "seed",
            "weights",
            "weighting",
            "repairs",
            "asked_at",
            "asked_by",
            "finished_at",
            "young_people",
            "mentors",
            "matched",
            "total",
            "bound",
            "figures",
            "problem",
        )
        subject = Nobody("it names enrolments by public id in a list, which leads to nobody once they are emptied")
        keep = Keep(years=1, after="asked_at", when="it is asked for", and_while="a proposal of it is kept")

    def __str__(self) -> str:
        return f"round {self.public_id}"


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, person: Person | AnonymousUser) -> Self:
        """Staff of the partner see all of theirs; the two people see it once it has been offered."""
        if not isinstance(person, Person):
            return self.none()
        scope = access.scope_of(person, Permission.ROUND_RUN)
        if scope.everywhere:
            return self
        partner = "enrolment__programme__organisation"
        offered = Q(mentor=person) | Q(enrolment__person=person)
        return self.filter(
            (offered & Q(offered_at__isnull=False))
            | Q(**{f"{partner}__in": scope.organisations})
            | Q(**{f"{partner}__area__in": scope.areas})
        )

    def live(self) -> Self:
        """Those that hold a place of the mentor's and of the young person's."""
        return self.filter(state__in=Proposal.LIVE, match=None)


class Proposal(models.Model):
    """A pair that a round suggests, with its score and the reasons.

    suggested: by the engine. approved: by a coordinator. offered: both people have been asked. accepted: both said yes;
    the introduction comes next. declined: by the coordinator, the mentor or the young person, with a reason. lapsed:
    overtaken, by time or by a change. The young person's no is final, whatever the score.
    """

    AUDIT_NAME = "proposal"

    class State(Toned):
        SUGGESTED = "suggested", "wait", "To decide"
        APPROVED = "approved", "Approved"
        OFFERED = "offered", "wait", "Asked"
        ACCEPTED = "accepted", "good", "Both said yes"
        DECLINED = "declined", "Declined"
        LAPSED = "lapsed", "Over"

    LIVE = (State.APPROVED, State.OFFERED, State.ACCEPTED)

    MOVES: ClassVar[Moves] = {
        State.SUGGESTED: frozenset({State.APPROVED, State.DECLINED, State.LAPSED}),
        State.APPROVED: frozenset({State.OFFERED, State.DECLINED, State.LAPSED}),
        State.OFFERED: frozenset({State.ACCEPTED, State.DECLINED, State.LAPSED}),
        State.ACCEPTED: frozenset({State.DECLINED, State.LAPSED}),
        State.DECLINED: frozenset(),
        State.LAPSED: frozenset(),
    }

    public_id = models.CharField(max_length=12, unique=True, default=new_public_id, editable=False)
    round = models.ForeignKey(Round, models.PROTECT, related_name="proposals")
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="proposals")
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="proposals")
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUGGESTED)
    score = models.PositiveSmallIntegerField()
    distance_km = models.FloatField(null=True)
    online = models.BooleanField(default=False)
    components = models.JSONField(default=list)
    suggested_at = models.DateTimeField(default=timezone.now)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    offered_at = models.DateTimeField(null=True, blank=True)
    mentor_yes_at = models.DateTimeField(null=True, blank=True)
    young_person_yes_at = models.DateTimeField(null=True, blank=True)
    over_at = models.DateTimeField(null=True, blank=True)
    over_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    over_reason = models.CharField(max_length=300, blank=True)
    match = models.OneToOneField(Match, models.PROTECT, null=True, blank=True, related_name="proposal")

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["round", "enrolment", "mentor"], name="a_round_suggests_a_pair_once"),
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(state__in=["approved", "offered", "accepted"], match=None),
                name="one_live_proposal_per_young_person",
            ),
            models.CheckConstraint(condition=Q(score__lte=1000), name="a_score_is_from_0_to_1000"),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(mentor_yes_at__isnull=False, young_person_yes_at__isnull=False),
                name="an_accepted_proposal_has_both_yeses",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "offered", "accepted"]) | Q(approved_by__isnull=False),
                name="a_person_approves_every_proposal",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | (Q(over_by__isnull=False) & ~Q(over_reason="")),
                name="a_declined_proposal_has_a_reason",
            ),
        ]

    class Privacy:
        personal = ("enrolment", "mentor", "components", "distance_km", "online")
        sensitive = ("over_reason",)
        operational = (
            "id",
            "public_id",
            "round",
            "state",
            "score",
            "suggested_at",
            "approved_at",
            "approved_by",
            "offered_at",
            "mentor_yes_at",
            "young_person_yes_at",
            "over_at",
            "over_by",
            "match",
        )
        subject = ("mentor", "enrolment__person")
        keep = Cases(
            Q(match__isnull=False),
            "if it became one",
            AsLongAs("match"),
            otherwise=Keep(years=1, after="over_at", when="it is over"),
        )
        on_erasure = Blank("components", "over_reason")

    def __str__(self) -> str:
        return f"proposal {self.public_id}"

    @property
    def can_be_answered(self) -> bool:
        """Whether those who were asked may still say yes or no, or change their minds."""
        return self.match_id is None and self.state in {self.State.OFFERED, self.State.ACCEPTED}

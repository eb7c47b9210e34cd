from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from onemm.lib.privacy import Nobody, Until
from onemm.recruitment.rules.checks import Nation


class CheckRoute(models.Model):
    """How applicants of one nation fill in the form for their check: where, and what they type there. Nothing secret
    stands here.

    `from_sending`: the platform asks for the check on the day an application is sent, by the rules for its level, on
    behalf of `set_by`; otherwise someone asks who has read the application. Either way the form goes out at once.
    """

    AUDIT_NAME = "check_route"

    nation = models.CharField(max_length=20, choices=[(nation.value, nation.value) for nation in Nation], unique=True)
    address = models.URLField(max_length=300)
    words = models.TextField(max_length=1000, blank=True)
    from_sending = models.BooleanField(default=False)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["nation"]
        constraints = [
            models.CheckConstraint(condition=Q(address__startswith="https://"), name="a_check_form_is_reached_safely")
        ]

    class Privacy:
        operational = ("id", "nation", "address", "words", "from_sending", "set_by", "set_at")
        subject = Nobody("a way of asking; it names the colleague who set it down, and tells nothing of them")
        keep = Until("checks are asked for in another way")

    def __str__(self) -> str:
        return f"check route of {self.nation}"

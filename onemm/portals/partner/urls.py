"""Every address of this portal, topic by topic."""

from onemm.portals.partner.views import (
    by_hand,
    findings,
    impact,
    pairs,
    places,
    proposals,
    rounds,
    today,
    training,
    weights,
    young_people,
)

app_name = "partner"
urlpatterns = [
    *today.urlpatterns,
    *places.urlpatterns,
    *young_people.urlpatterns,
    *by_hand.urlpatterns,
    *findings.urlpatterns,
    *rounds.urlpatterns,
    *proposals.urlpatterns,
    *weights.urlpatterns,
    *pairs.urlpatterns,
    *impact.urlpatterns,
    *training.urlpatterns,
]

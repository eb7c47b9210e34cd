"""Every address of this portal, topic by topic."""

from onemm.portals.mentor.views import (
    appeal,
    application,
    colleagues,
    credential,
    equality,
    home,
    matches,
    passport,
    practice,
    proposals,
    referees,
    talk,
    training,
    workshops,
)

app_name = "mentor"
urlpatterns = [
    *home.urlpatterns,
    # All before the application's own, whose last address takes any one word as the name of a step.
    *referees.urlpatterns,
    *talk.urlpatterns,
    *appeal.urlpatterns,
    *application.urlpatterns,
    *training.urlpatterns,
    *workshops.urlpatterns,
    *colleagues.urlpatterns,
    *equality.urlpatterns,
    *proposals.urlpatterns,
    *matches.urlpatterns,
    *credential.urlpatterns,
    *passport.urlpatterns,
    *practice.urlpatterns,
]

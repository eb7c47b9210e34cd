"""Every address of this portal, topic by topic."""

from onemm.portals.employer.views import home, invitations

app_name = "employer"
urlpatterns = [
    *home.urlpatterns,
    *invitations.urlpatterns,
]

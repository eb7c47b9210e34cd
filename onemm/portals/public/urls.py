"""Every address of this portal, topic by topic."""

from onemm.portals.public.views import (
    account,
    concern,
    credentials,
    eligibility,
    expectations,
    invitations,
    lessons,
    pages,
    reference,
    schools,
    sources,
    waiting,
    you,
)

app_name = "public"
urlpatterns = [
    *pages.urlpatterns,
    *eligibility.urlpatterns,
    *expectations.urlpatterns,
    *sources.urlpatterns,
    *invitations.urlpatterns,
    *waiting.urlpatterns,
    *schools.urlpatterns,
    *concern.urlpatterns,
    *reference.urlpatterns,
    *account.urlpatterns,
    *you.urlpatterns,
    *lessons.urlpatterns,
    *credentials.urlpatterns,
]

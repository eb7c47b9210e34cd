"""Every address of this portal, topic by topic."""

from onemm.portals.public.views import (
    account,
    concern,
    credentials,
    eligibility,
    expectations,
    invitations,
    kept_units,
    lessons,
    pages,
    passports,
    phone,
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
    *phone.urlpatterns,
    *kept_units.urlpatterns,
    *lessons.urlpatterns,
    *credentials.urlpatterns,
    *passports.urlpatterns,
]

from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    # Our own page ends one session at a time; the library's ends all or none.
    path("account/sessions/", RedirectView.as_view(pattern_name="public:sessions")),
    path("account/", include("allauth.urls")),
    path("mentor/", include("onemm.portals.mentor.urls")),
    path("young/", include("onemm.portals.young.urls")),
    path("partner/", include("onemm.portals.partner.urls")),
    path("employer/", include("onemm.portals.employer.urls")),
    path("staff/", include("onemm.portals.staff.urls")),
    path("", include("onemm.portals.public.urls")),
]

"""Every address of this portal, topic by topic."""

from onemm.portals.young.views import answers, home, matches, proposals, training

app_name = "young"
urlpatterns = [
    *home.urlpatterns,
    *proposals.urlpatterns,
    *matches.urlpatterns,
    *answers.urlpatterns,
    *training.urlpatterns,
]

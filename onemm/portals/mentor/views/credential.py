"""What a mentor can show for a course: the certificate, the badge, and whether their name is seen with it."""

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from onemm.learning.actions import note_download, show_name
from onemm.learning.models import Credential
from onemm.learning.queries import badge_of, course_called
from onemm.people.permissions import Permission
from onemm.portals.mentor.certificate import certificate_of
from onemm.web.downloads import download
from onemm.web.gate import requires
from onemm.web.requests import Request


@requires(Permission.COURSE_TAKE)
def certificate(request: Request, course: str) -> HttpResponse:
    credential = _mine(request).filter(course=course).first()
    if credential is None:
        messages.info(request, "Your certificate comes when every unit is done, and enough scenarios are walked well.")
        return redirect("mentor:training")
    if request.method == "POST":
        shows = request.POST.get("shows") == "yes"
        show_name(credential=credential, shows=shows, by=request.user)
        messages.success(
            request, "Your name is shown to whoever has the address." if shows else "Your name is no longer shown."
        )
        return redirect("mentor:certificate", course)
    return render(request, "mentor/credential/certificate.html", {"credential": credential, "page": _page(credential)})


@requires(Permission.COURSE_TAKE, methods=("POST",))
def certificate_pdf(request: Request, course: str) -> HttpResponse:
    credential = get_object_or_404(_mine(request), course=course)
    note_download(credential=credential, what="certificate", by=request.user)
    found = course_called(course)
    topics = ", ".join(unit.title for unit in found.units) if found else ""
    sheet = certificate_of(credential, address=_page(credential), summary=f"{topics}.")
    return download(sheet, "application/pdf", f"certificate-{course}.pdf")


@requires(Permission.COURSE_TAKE, methods=("POST",))
def badge(request: Request, course: str) -> HttpResponse:
    credential = get_object_or_404(_mine(request), course=course)
    note_download(credential=credential, what="badge", by=request.user)
    return download(badge_of(credential).encode(), "application/vc+jwt", f"badge-{course}.jwt")


def _mine(request: Request) -> QuerySet[Credential]:
    """One's own, whatever else one may see."""
    return Credential.objects.visible_to(request.user).filter(person=request.user).select_related("person")


def _page(credential: Credential) -> str:
    return f"{settings.ADDRESS}{reverse('public:credential', args=[credential.public_id])}"


urlpatterns: list[URLPattern] = [
    path("training/<slug:course>/certificate/", certificate, name="certificate"),
    path("training/<slug:course>/certificate/pdf/", certificate_pdf, name="certificate_pdf"),
    path("training/<slug:course>/certificate/badge/", badge, name="badge"),
]

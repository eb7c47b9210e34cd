"""What a mentor can show for a course: the certificate, the badge, and whether their name is seen with it."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path

from onemm.learning.actions import note_download, show_name
from onemm.learning.models import Credential
from onemm.learning.queries import badge_of, course_called
from onemm.people.permissions import Permission
from onemm.portals.mentor.certificate import certificate_of
from onemm.portals.mentor.pages.credential import address_of, certificate_page
from onemm.web.downloads import download
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.COURSE_TAKE)
def certificate(request: Request, course: str) -> HttpResponse:
    credential = credentials_of(request).filter(course=course).first()
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
    return show(request, "mentor/credential/certificate.html", certificate_page(credential))


@requires(Permission.COURSE_TAKE, methods=("POST",))
def certificate_pdf(request: Request, course: str) -> HttpResponse:
    credential = get_object_or_404(credentials_of(request), course=course)
    note_download(credential=credential, what="certificate", by=request.user)
    course_taken = course_called(course)
    topics = ", ".join(unit.title for unit in course_taken.units) if course_taken else ""
    sheet = certificate_of(credential, address=address_of(credential), summary=f"{topics}.")
    return download(sheet, "application/pdf", f"certificate-{course}.pdf")


@requires(Permission.COURSE_TAKE, methods=("POST",))
def badge(request: Request, course: str) -> HttpResponse:
    credential = get_object_or_404(credentials_of(request), course=course)
    note_download(credential=credential, what="badge", by=request.user)
    return download(badge_of(credential).encode(), "application/vc+jwt", f"badge-{course}.jwt")


def credentials_of(request: Request) -> QuerySet[Credential]:
    """Return the reader's own, whatever else they may see."""
    return Credential.objects.visible_to(request.user).filter(person=request.user).select_related("person")


urlpatterns: list[URLPattern] = [
    path("training/<slug:course>/certificate/", certificate, name="certificate"),
    path("training/<slug:course>/certificate/pdf/", certificate_pdf, name="certificate_pdf"),
    path("training/<slug:course>/certificate/badge/", badge, name="badge"),
]

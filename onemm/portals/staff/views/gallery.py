"""Every component of the design system in every state, to be looked at."""

from django.http import HttpResponse
from django.urls import URLPattern, path

from onemm.people.permissions import Permission
from onemm.web.gallery import gallery_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.GALLERY_READ, methods=("GET",))
def gallery(request: Request) -> HttpResponse:
    return show(request, "gallery.html", gallery_page(request.GET))


urlpatterns: list[URLPattern] = [path("gallery/", gallery, name="gallery")]

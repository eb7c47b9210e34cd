"""Every kind of e-mail that we write, with invented names, to be looked at."""

from csp.decorators import csp_replace, csp_update
from django.http import Http404, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.clickjacking import xframe_options_sameorigin

from onemm.notifications.kinds import Kind, KindIsUnknown, kind_called
from onemm.notifications.queries import previews_of
from onemm.people.permissions import Permission
from onemm.portals.staff.pages.email_kinds import kind_page, kinds_page
from onemm.web.gate import requires
from onemm.web.pages import show
from onemm.web.requests import Request


@requires(Permission.OUTBOX_READ, methods=("GET",))
def email_kinds(request: Request) -> HttpResponse:
    return show(request, "staff/outbox/kinds.html", kinds_page())


@csp_update({"frame-src": ["'self'"]})
@requires(Permission.OUTBOX_READ, methods=("GET",))
def email_kind(request: Request, name: str) -> HttpResponse:
    return show(request, "staff/outbox/kind.html", kind_page(_kind(name)))


# A mail program reads styles from the lines they belong to, and so does this page, inside a frame of ours alone.
@xframe_options_sameorigin
@csp_replace({"style-src": ["'unsafe-inline'"], "frame-ancestors": ["'self'"]})
@requires(Permission.OUTBOX_READ, methods=("GET",))
def email_kind_html(request: Request, name: str) -> HttpResponse:
    previews = previews_of(_kind(name))
    number = request.GET.get("preview", "0")
    if not number.isdecimal() or int(number) >= len(previews):
        raise Http404
    return HttpResponse(previews[int(number)].html)


def _kind(name: str) -> Kind:
    try:
        return kind_called(name)
    except KindIsUnknown:
        raise Http404 from None


urlpatterns: list[URLPattern] = [
    path("outbox/kinds/", email_kinds, name="email_kinds"),
    path("outbox/kinds/<str:name>/", email_kind, name="email_kind"),
    path("outbox/kinds/<str:name>/html/", email_kind_html, name="email_kind_html"),
]

"""What lessons show besides words, and the language in which someone learns."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme

from onemm.learning.actions import choose_language
from onemm.people.permissions import Permission
from onemm.publishing.models import LessonFile
from onemm.publishing.queries import piece_of
from onemm.publishing.rules.languages import LANGUAGES
from onemm.web.gate import requires
from onemm.web.requests import Request

_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
A_PIECE = 1024 * 1024
"""Bytes in one answer to a player that asks for a part: it asks again for the next."""


@requires(Permission.LESSON_READ, methods=("GET",))
def lesson_file(request: Request, public_id: str) -> HttpResponse:
    file = get_object_or_404(LessonFile.objects.visible_to(request.user).defer("content"), public_id=public_id)
    wanted = _wanted(request, file.size)
    if wanted is None:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    start, length = wanted
    response = HttpResponse(
        piece_of(file, start, length), content_type=file.content_type, status=200 if length == file.size else 206
    )
    if length < file.size:
        response["Content-Range"] = f"bytes {start}-{start + length - 1}/{file.size}"
    response["Accept-Ranges"] = "bytes"
    response["Content-Encoding"] = "identity"  # counted in bytes of the file: nothing may pack it on the way
    response["Content-Disposition"] = "inline"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@requires(Permission.LESSON_READ, methods=("POST",))
def lesson_language(request: Request) -> HttpResponse:
    chosen = choose_language(person=request.user, language=request.POST.get("language", ""))
    messages.success(
        request, f"You learn in {LANGUAGES[chosen.language]} now. What is not written in it yet is shown in English."
    )
    back = request.POST.get("next", "")
    return redirect(
        back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/") else "public:home_of"
    )


def _wanted(request: HttpRequest, size: int) -> tuple[int, int] | None:
    """Return where to begin and how many bytes to send; `None` when the part asked for is not there."""
    asked = _RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or asked[0] == "bytes=-":
        return 0, size
    if not asked[1]:
        start, end = max(size - int(asked[2]), 0), size - 1
    else:
        start, end = int(asked[1]), min(int(asked[2] or size - 1), size - 1)
    if start > end:
        return None
    return start, min(end - start + 1, A_PIECE)


urlpatterns: list[URLPattern] = [
    path("lessons/files/<slug:public_id>/", lesson_file, name="lesson_file"),
    path("lessons/language/", lesson_language, name="lesson_language"),
]

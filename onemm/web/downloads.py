"""Files that someone saves rather than looks at."""

from django.http import HttpResponse


def download(content: str | bytes, kind: str, name: str) -> HttpResponse:
    """Answer with a file to save under `name`; `kind` is its media type."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def csv_download(text: str, name: str) -> HttpResponse:
    """Answer with a table. The mark before it tells office programs that this is UTF-8."""
    return download("\ufeff" + text, "text/csv; charset=utf-8", name)


def calendar_download(text: str | bytes, name: str) -> HttpResponse:
    """Answer with an appointment for someone's calendar."""
    return download(text, "text/calendar; charset=utf-8", name)

"""The one lock on every view.

A view declares exactly one gate: `@requires(Permission.…)` or `@open_to_all`. A test walks every route and refuses one
without. The gate also gives every form one effect (see `web.models.Submission`) and runs each unsafe request in one
transaction, so that nothing is ever half-saved.
"""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_http_methods

from onemm.lib.errors import Refused
from onemm.people import access
from onemm.people.models import Person
from onemm.people.permissions import Permission
from onemm.web.actions import claim_submission, keep_answer, keep_receipt, release_submission
from onemm.web.phone import Receipt

View = Callable[..., HttpResponse]
OPEN = "open to all"
SIGNED_IN = "anyone signed in"
DEMO_SESSION = "demo_sign_in"


def requires(permission: Permission, *, methods: tuple[str, ...] = ("GET", "POST")) -> Callable[[View], View]:
    """Let through whoever holds the permission somewhere. Which rows they may touch is the business of `visible_to`."""

    def lock(view: View) -> View:
        return _gated(view, permission, methods)

    return lock


def signed_in(view: View) -> View:
    """Let through anyone who has signed in: for the few pages that are everyone's own."""
    return _gated(view, SIGNED_IN, ("GET", "POST"))


def open_to_all(view: View) -> View:
    """Let everyone through: public pages, and raising a concern."""
    return login_not_required(_gated(view, OPEN, ("GET", "POST")))


def gate_of(view: Callable[..., Any]) -> str | Permission | None:
    """Return what a view asks for, or `None` when it has no gate."""
    return getattr(view, "gate", None)


def _gated(view: View, gate: Permission | str, methods: tuple[str, ...]) -> View:
    @require_http_methods([*methods, "HEAD"])
    @wraps(view)
    def through(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refusal = None if gate == OPEN else _refusal(request, gate)
        response = refusal or _answer(request, view, args, kwargs)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
            patch_cache_control(response, no_store=True, private=True)
        return response

    through.gate = gate  # type: ignore[attr-defined]  # read by the architecture tests and by `onemm permissions`
    return through  # type: ignore[return-value]  # require_http_methods types its result loosely


def _refusal(request: HttpRequest, gate: Permission | str) -> HttpResponse | None:
    if not isinstance(request.user, Person):
        return redirect_to_login(request.get_full_path())
    if access.needs_second_factor(request.user) and not _has_second_factor(request):
        return redirect("mfa_index")
    if isinstance(gate, Permission) and not access.can(request.user, gate):
        raise PermissionDenied
    return None


def _has_second_factor(request: HttpRequest) -> bool:
    """Say whether this session was opened with a second factor.

    The demo world's own links stand in for one, in demo mode only.
    """
    if request.session.get(DEMO_SESSION):
        return True
    methods = request.session.get("account_authentication_methods", [])
    if any(method.get("method") == "mfa" for method in methods):
        return True
    return bool(Authenticator.objects.filter(user_id=request.user.pk).exists())


def _answer(request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]) -> HttpResponse:
    try:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        return _one_effect(request, view, args, kwargs)
    except Refused as refusal:
        return render(request, "refused.html", {"refusal": refusal}, status=409)


def _one_effect(request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]) -> HttpResponse:
    """Run an unsafe request once: in one transaction, with the form's own token kept beside what it did."""
    try:
        token = uuid.UUID(request.POST.get("form_token", ""))
    except ValueError:
        return render(
            request,
            "refused.html",
            {"refusal": "This form was too old. Open the page again and send it once more."},
            status=400,
        )
    person = request.user if isinstance(request.user, Person) else None
    with transaction.atomic():
        submission, new = claim_submission(token=token, person=person, path=request.path)
        if not new:
            is_theirs = (
                submission.person_id == (person.pk if person else None) and submission.path == request.path[:300]
            )
            if is_theirs and submission.receipt is not None:
                return Receipt(**submission.receipt)
            return redirect(submission.answer if is_theirs and submission.answer else request.path)
        response = view(request, *args, **kwargs)
        if response.status_code in {302, 303}:
            keep_answer(submission=submission, answer=response["Location"])
        elif isinstance(response, Receipt):
            keep_receipt(submission=submission, receipt=response.told)
        else:
            release_submission(submission=submission)
    return response

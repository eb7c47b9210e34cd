"""What a phone may keep, and for whom: the owner's mark, receipts for what it sent when it came back, and forgetting at
sign-out.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac

from onemm.people.models import Person

Answer = Callable[[HttpRequest], HttpResponse]


class Receipt(JsonResponse):
    """The last word on something that waited on a phone: whether it counts, in words, and where to look.

    A receipt is final: sent again under the same key, the answer is this one. What may go better later is no receipt.
    """

    def __init__(self, *, counts: bool, words: str, link: str = "") -> None:
        self.told: dict[str, Any] = {"counts": counts, "words": words, "link": link}
        super().__init__(self.told)


def owner_of(request: HttpRequest) -> str:
    """Return a mark that is the same for one person on every visit and says nothing about them; nothing for a
    stranger.
    """
    person = getattr(request, "user", None)
    return (
        salted_hmac("onemm.phone", str(person.pk), algorithm="sha256").hexdigest()[:20]
        if isinstance(person, Person)
        else ""
    )


def owner(request: HttpRequest) -> dict[str, str]:
    """Context processor: every page says whose it is, so that a phone forgets what it keeps when someone else holds
    it.
    """
    return {"phone_owner": owner_of(request)}


class ForgetAtSignOut:
    """Middleware: the answer to a sign-out tells the browser to forget all that this site kept on the device.

    Our own scripts do the same; this holds where they did not run (see https://www.w3.org/TR/clear-site-data/).
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        was_in = bool(owner_of(request)) if request.method == "POST" else False
        response = self.answer(request)
        if was_in and not owner_of(request):
            response["Clear-Site-Data"] = '"storage"'
        return response

"""Your e-mail address: where we write to, and what is still to be shown about a new one.

The sign-in library holds the view of this page; `{% email_page %}` hands over what its template prints.
"""

from dataclasses import dataclass

from allauth.account.models import EmailAddress

from onemm.people.models import Person


@dataclass(frozen=True)
class NotShownYet:
    """An address that nobody has shown to be theirs. `code_is_sent` is a new one; otherwise it is the one in use."""

    email: str
    title: str
    button: str
    code_is_sent: bool
    may_keep_old: bool


@dataclass(frozen=True)
class EmailPage:
    """Nothing in `writes_to` is someone who comes in with a card."""

    writes_to: str
    not_shown_yet: NotShownYet | None


def page_of_addresses(current: EmailAddress | None, new: EmailAddress | None, person: Person) -> EmailPage:
    writes_to = current.email if current is not None else person.email or ""
    if new is None:
        return EmailPage(writes_to, None)
    if new.email == person.email:
        unseen = NotShownYet(
            new.email, "Is this address yours?", "Send me a code", code_is_sent=False, may_keep_old=False
        )
    else:
        unseen = NotShownYet(
            new.email,
            "One thing is missing",
            "Send the code again",
            code_is_sent=True,
            may_keep_old=current is not None,
        )
    return EmailPage(writes_to, unseen)

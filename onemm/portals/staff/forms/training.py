"""Revoking a credential."""

from onemm.web.forms import Form, WordsField


class Revoke(Form):
    """Why."""

    why = WordsField(
        label="Why is it revoked?",
        help_text="The holder can read this. The public page only says that it was revoked.",
        error_messages={"required": "Say why. It is kept with the certificate, and the holder may read it."},
    )

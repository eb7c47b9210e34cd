"""What we ask of schools and youth groups, what we give, and the way to ask to join."""

from dataclasses import dataclass

from onemm.web.forms import Form


@dataclass(frozen=True)
class SchoolsPage:
    """The form stands at the end of the words."""

    form: Form

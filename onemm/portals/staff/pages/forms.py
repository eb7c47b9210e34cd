"""A page that is one form: a heading, perhaps what to know first, and the button that sends it."""

from dataclasses import dataclass

from onemm.portals.staff.pages.notices import Notice
from onemm.web.forms import Form


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """What `staff/form.html` prints. `tab` is what the browser's tab says, where it is not the heading."""

    title: str
    form: Form
    button: str
    back: str
    back_label: str
    lede: str = ""
    eyebrow: str = ""
    tab: str = ""
    words: str = ""
    notice: Notice | None = None
    kind: str = "primary"
    is_prose: bool = False

    @property
    def name(self) -> str:
        return self.tab or self.title

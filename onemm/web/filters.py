"""What narrows a list: a form that is read from the address."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from onemm.web.forms import Form


class Filter(Form):
    """A form above a list. Each one says in `narrow` what its answers leave of the rows.

    An answer that is wrong narrows nothing and says so at its field; the others hold.
    """

    label = "Filter this list"
    button = "Show"

    def __init__(self, asked: QueryDict | Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(asked, auto_id="find-%s", **kwargs)

    @property
    def answers(self) -> dict[str, Any]:
        """What was asked for, field by field; nothing where nothing was, or where it was wrong."""
        self.full_clean()
        return {name: self.cleaned_data.get(name) for name in self.fields}

    @property
    def is_asked(self) -> bool:
        return any(self.data.get(self.add_prefix(name)) for name in self.fields)

    def narrowed(self, rows: Any) -> Any:
        """Return the rows that the answers leave."""
        return self.narrow(rows, self.answers)

    def narrow(self, rows: Any, asked: Mapping[str, Any]) -> Any:
        """Return what is left of the rows when this is asked."""
        raise NotImplementedError

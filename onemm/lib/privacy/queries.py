"""What the declarations say of real rows: whose they are, and whose time is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models

from onemm.lib.privacy.declared import Rows, declaration_of, every_row, our_models


@dataclass(frozen=True)
class RowsOfPerson:
    """The rows of one model that lead to a person by one way: `way` tells being the mentor of a match from being the
    young person.
    """

    model: type[models.Model]
    way: str
    rows: Rows


def sentence_of(model: type[models.Model]) -> str:
    """Return how long a row is kept, in words that stand after “kept”."""
    declaration = declaration_of(model)
    sooner = [f"; {fields.called} {fields.keep.words(model)}" for fields in declaration.sooner]
    return declaration.keep.words(model) + "".join(sooner)


def rows_of(person: models.Model) -> Iterator[RowsOfPerson]:
    """Yield every row that is about a person, by model and way, leaving out what is empty. One query for each way."""
    for model in our_models():
        for way in declaration_of(model).ways:
            rows = every_row(model).filter(**{way: person.pk}).distinct()
            if rows.exists():
                yield RowsOfPerson(model, way, rows)


def fields_past_their_time(model: type[models.Model], on: date) -> Iterator[tuple[tuple[str, ...], Rows]]:
    """Yield the fields whose time is over before their row's, with the rows in which it is."""
    for fields in declaration_of(model).sooner:
        yield fields.names, every_row(model).filter(fields.keep.over(model, on))

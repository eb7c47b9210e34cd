"""What each field says about a person, how long a row is kept, and what erasure does: declared beside the fields.

Every model carries `class Privacy` with

- `personal`, `sensitive` and `operational`: tuples that between them place each concrete field exactly once;
- `subject`: the way from a row to the person it is about (`"application__person"`), several ways where it is about
  several people, or `Nobody(why)`;
- `keep`: the rule that says when a row's time is over (`Keep(years=3, after="ended_at", when="it ends")`), and perhaps
  `sooner`: fields whose time is over before their row's;
- `on_erasure`: what happens to a row when its person asks to be erased: `Delete()`, `Blank(fields)` or `Retain(why)`;
- `when_over`: what happens to a row whose time is over, if it does not go: others that are kept longer hang on it;
- perhaps `holds`: until when the row keeps its people, so that a person is kept while any such row is open.

The same declaration drives a person's export, erasure, retention and scrubbed copies. The sentence that says how long
is made from the rule. Tests refuse an unplaced field, a way that leads to nobody and a date that is not there.
"""

from onemm.lib.privacy.declared import (
    Blank,
    Declaration,
    Delete,
    Fields,
    Holds,
    Nobody,
    OnErasure,
    Retain,
    Rule,
    class_of,
    declaration_of,
    our_models,
    placed_fields,
)
from onemm.lib.privacy.keeping import (
    AfterLast,
    AfterNewer,
    AsLongAs,
    Cases,
    ForEver,
    Keep,
    Later,
    Sooner,
    Until,
    UntilAge,
    past_their_time,
)
from onemm.lib.privacy.queries import (
    RowsOfPerson,
    fields_past_their_time,
    rows_of,
    sentence_of,
)

__all__ = [
    "AfterLast",
    "AfterNewer",
    "AsLongAs",
    "Blank",
    "Cases",
    "Declaration",
    "Delete",
    "Fields",
    "ForEver",
    "Holds",
    "Keep",
    "Later",
    "Nobody",
    "OnErasure",
    "Retain",
    "RowsOfPerson",
    "Rule",
    "Sooner",
    "Until",
    "UntilAge",
    "class_of",
    "declaration_of",
    "fields_past_their_time",
    "our_models",
    "past_their_time",
    "placed_fields",
    "rows_of",
    "sentence_of",
]

"""A passport as one page to print or send:

PDF, with text that can be read aloud (PDF/UA-1), and a code that leads to its page.
"""

from pathlib import Path

import segno
from django.template.defaultfilters import date as date_in_words
from django.utils import timezone

from onemm.clearance.rules import ISSUER_NAME, Says
from onemm.clearance.rules.claims import TERMS
from onemm.portals.mentor.certificate import INK, typeset

SHEET = Path(__file__).with_name("passport.typ")


def sheet_of(says: Says, *, page: str) -> bytes:
    """Return the sheet. It bears the name: it is the holder's own to give away."""
    facts = {
        "name": says.name,
        "issuer": ISSUER_NAME,
        "terms": TERMS,
        "address": page,
        "shown": page.partition("://")[2],
        "issued": date_in_words(timezone.localtime(says.issued_at), "j F Y"),
        "ends": date_in_words(timezone.localtime(says.ends_at), "j F Y"),
        "rows": [
            ["Criminal-record check", f"{says.check_level}, dated {date_in_words(says.checked_on, 'j F Y')}"],
            ["References and interview", "Two references and an interview"],
            ["Approved", f"{date_in_words(says.approved_on, 'j F Y')}, by {ISSUER_NAME}"],
            *(
                ["Training", f"{one.title}, {one.minutes} minutes, passed {date_in_words(one.passed_on, 'j F Y')}"]
                for one in says.training
            ),
        ],
        "code": segno.make(page, error="m", micro=False).svg_inline(border=0, dark=INK),
    }
    return typeset(SHEET, facts)

"""What pages and other contexts want to know about how people are asked in."""

from onemm.outreach.queries.asking import Asking, EmployerOfMine, asking_of, employer_of
from onemm.outreach.queries.sources import Source, campaign_with_word, source_from
from onemm.outreach.queries.telephone import ToRing, ToTell, people_to_ring

__all__ = [
    "Asking",
    "EmployerOfMine",
    "Source",
    "ToRing",
    "ToTell",
    "asking_of",
    "campaign_with_word",
    "employer_of",
    "people_to_ring",
    "source_from",
]

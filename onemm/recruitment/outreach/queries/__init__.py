"""What pages and other contexts want to know about how people are asked in."""

from onemm.recruitment.outreach.queries.asking import Asking, EmployerOfMine, asking_of, employer_of
from onemm.recruitment.outreach.queries.sources import Source, campaign_with_word, source_from

__all__ = ["Asking", "EmployerOfMine", "Source", "asking_of", "campaign_with_word", "employer_of", "source_from"]

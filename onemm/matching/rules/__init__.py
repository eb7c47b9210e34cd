"""What matching goes by, without rows: weights in words, reasons, figures, cold spots, and how long things stand."""

from onemm.matching.rules.times import OFFER_STANDS_FOR
from onemm.matching.rules.weights import (
    CHOICES,
    LABELS,
    MEANINGS,
    USUAL,
    are_choices,
    in_words,
    usual_choices,
    weight_for,
    weights_from,
)
from onemm.matching.rules.words import Names, Reader

__all__ = [
    "CHOICES",
    "LABELS",
    "MEANINGS",
    "OFFER_STANDS_FOR",
    "USUAL",
    "Names",
    "Reader",
    "are_choices",
    "in_words",
    "usual_choices",
    "weight_for",
    "weights_from",
]

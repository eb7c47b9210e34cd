"""What stands in the way of publishing, what waits for a second pair of eyes, and how two texts differ."""

from onemm.publishing.queries.checks import faults_of, wrote_in
from onemm.publishing.queries.comparing import ComparedLine, compared
from onemm.publishing.queries.files import piece_of
from onemm.publishing.queries.taught import Taught, is_known_course, slug_is_taken, taught_now
from onemm.publishing.queries.waiting import to_look_over_by

__all__ = [
    "ComparedLine",
    "Taught",
    "compared",
    "faults_of",
    "is_known_course",
    "piece_of",
    "slug_is_taken",
    "taught_now",
    "to_look_over_by",
    "wrote_in",
]

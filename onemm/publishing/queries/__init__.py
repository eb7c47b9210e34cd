"""What is on the editors' desk, what stands in the way of publishing, and how two texts differ."""

from onemm.publishing.queries.checks import faults_of, faults_without, preview_scenario, preview_unit, wrote_in
from onemm.publishing.queries.comparing import compared
from onemm.publishing.queries.desk import Desk, desk, to_look_over_by
from onemm.publishing.queries.files import piece_of
from onemm.publishing.queries.taught import Taught, is_known_course, slug_is_taken, taught_now

__all__ = [
    "Desk",
    "Taught",
    "compared",
    "desk",
    "faults_of",
    "faults_without",
    "is_known_course",
    "piece_of",
    "preview_scenario",
    "preview_unit",
    "slug_is_taken",
    "taught_now",
    "to_look_over_by",
    "wrote_in",
]

"""Who is cleared, who waits for training, and what passports say."""

from onemm.clearance.queries.cleared import cleared_mentors, is_cleared
from onemm.clearance.queries.learners import people_waiting_for_training

__all__ = ["cleared_mentors", "is_cleared", "people_waiting_for_training"]

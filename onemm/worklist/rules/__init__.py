"""How long something may wait."""

from onemm.worklist.rules.limits import Days, Hours, Limit, WorkingDays
from onemm.worklist.rules.working_days import bank_holidays, is_working_day

__all__ = ["Days", "Hours", "Limit", "WorkingDays", "bank_holidays", "is_working_day"]

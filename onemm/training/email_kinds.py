"""What the workshops write: they are no app of their own, and only apps are asked for their kinds."""

from onemm.training.workshops import email_kinds as workshops

__all__ = ["workshops"]

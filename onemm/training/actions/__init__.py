"""Learning, practising, passing, and what somebody can show for it."""

from onemm.training.actions.credentials import issue_credential, note_download, revoke_credential, show_name
from onemm.training.actions.learning import keep_answers, read_unit, take_quiz
from onemm.training.actions.practice import begin_scenario, choose
from onemm.training.actions.returning import take_returned_answers
from onemm.training.actions.suggesting import put_aside, settle, suggest_unit

__all__ = [
    "begin_scenario",
    "choose",
    "issue_credential",
    "keep_answers",
    "note_download",
    "put_aside",
    "read_unit",
    "revoke_credential",
    "settle",
    "show_name",
    "suggest_unit",
    "take_quiz",
    "take_returned_answers",
]

"""Learning, practising, passing, and what someone can show for it."""

from onemm.learning.actions.credentials import issue_credential, note_download, revoke_credential, show_name
from onemm.learning.actions.languages import choose_language
from onemm.learning.actions.learning import keep_answers, read_unit, take_quiz
from onemm.learning.actions.practice import begin_scenario, choose
from onemm.learning.actions.returning import take_returned_answers
from onemm.learning.actions.suggesting import put_aside, settle, suggest_unit

__all__ = [
    "begin_scenario",
    "choose",
    "choose_language",
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

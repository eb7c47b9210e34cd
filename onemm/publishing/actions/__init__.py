"""Writing, having it looked over, publishing; and keeping the files of lessons."""

from onemm.publishing.actions.beginning import begin_manuscript, drop_manuscript, take_up, translate
from onemm.publishing.actions.files import forget_unused_files, keep_file
from onemm.publishing.actions.publishing import publish, withdraw
from onemm.publishing.actions.reviewing import send_back, send_to_colleagues, take_back
from onemm.publishing.actions.writing import move_part, remove_part, restore, save_about, save_part

__all__ = [
    "begin_manuscript",
    "drop_manuscript",
    "forget_unused_files",
    "keep_file",
    "move_part",
    "publish",
    "remove_part",
    "restore",
    "save_about",
    "save_part",
    "send_back",
    "send_to_colleagues",
    "take_back",
    "take_up",
    "translate",
    "withdraw",
]

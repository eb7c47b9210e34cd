"""What people do about workshops: offer, book, answer, tick, and say how it was."""

from onemm.workshops.actions.answering import accept_seat, answer_move, lapse_offers, lapse_questions
from onemm.workshops.actions.attending import add_walk_in, check_in, close_list, give_opinion, save_list, tick
from onemm.workshops.actions.booking import book_seat, cancel_booking, change_booking
from onemm.workshops.actions.offering import cancel_workshop, edit_workshop, move_workshop, offer_workshop
from onemm.workshops.actions.planning import draft_workshop, drop_draft, forget_old_plans, offer_draft
from onemm.workshops.actions.reminding import remind_everybody

__all__ = [
    "accept_seat",
    "add_walk_in",
    "answer_move",
    "book_seat",
    "cancel_booking",
    "cancel_workshop",
    "change_booking",
    "check_in",
    "close_list",
    "draft_workshop",
    "drop_draft",
    "edit_workshop",
    "forget_old_plans",
    "give_opinion",
    "lapse_offers",
    "lapse_questions",
    "move_workshop",
    "offer_draft",
    "offer_workshop",
    "remind_everybody",
    "save_list",
    "tick",
]

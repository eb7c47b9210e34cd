"""Everything that changes an application and what belongs to it."""

from onemm.recruitment.actions.appealing import answer_appeal, appeal
from onemm.recruitment.actions.applying import (
    begin_application,
    pause_application,
    resume_application,
    submit_application,
    withdraw_application,
)
from onemm.recruitment.actions.check_routes import drop_check_route, set_check_route
from onemm.recruitment.actions.checks import (
    hand_check_over,
    note_that_check_ran_out,
    record_check_result,
    report_used_certificate,
    request_check,
    warn_of_expiry,
)
from onemm.recruitment.actions.deciding import decide_application
from onemm.recruitment.actions.disclosures import erase_disclosures, weigh_check, write_disclosure_down
from onemm.recruitment.actions.likenesses import settle_likeness
from onemm.recruitment.actions.referees import (
    answer_reference,
    chase_referee,
    decline_reference,
    give_up_on_referee,
    name_referee,
    remind_referee,
    replace_referee,
)
from onemm.recruitment.actions.screening import record_interview, record_reference, start_screening
from onemm.recruitment.actions.steps import save_step
from onemm.recruitment.actions.talks import (
    book_talk,
    cancel_talk,
    note_no_show,
    offer_slots,
    remind_of_talk,
    withdraw_slot,
)
from onemm.recruitment.actions.waits import reassign_application, remind_applicant, remind_of_draft, remind_of_waits

__all__ = [
    "answer_appeal",
    "answer_reference",
    "appeal",
    "begin_application",
    "book_talk",
    "cancel_talk",
    "chase_referee",
    "decide_application",
    "decline_reference",
    "drop_check_route",
    "erase_disclosures",
    "give_up_on_referee",
    "hand_check_over",
    "name_referee",
    "note_no_show",
    "note_that_check_ran_out",
    "offer_slots",
    "pause_application",
    "reassign_application",
    "record_check_result",
    "record_interview",
    "record_reference",
    "remind_applicant",
    "remind_of_draft",
    "remind_of_talk",
    "remind_of_waits",
    "remind_referee",
    "replace_referee",
    "report_used_certificate",
    "request_check",
    "resume_application",
    "save_step",
    "set_check_route",
    "settle_likeness",
    "start_screening",
    "submit_application",
    "warn_of_expiry",
    "weigh_check",
    "withdraw_application",
    "withdraw_slot",
    "write_disclosure_down",
]

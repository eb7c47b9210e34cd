"""Everything that changes how people are asked in, and what is kept of where they came from."""

from onemm.outreach.actions.campaigns import end_campaign, make_campaign
from onemm.outreach.actions.employers import (
    hide_name_from_employer,
    leave_employer,
    let_employer_see_name,
    make_staff_link,
)
from onemm.outreach.actions.equality import answer_equality, set_target
from onemm.outreach.actions.invitations import (
    accept_invitation,
    decline_invitation,
    expire_invitations,
    invite_colleague,
    invite_colleagues,
    make_personal_link,
)
from onemm.outreach.actions.origins import begin_from, note_interest
from onemm.outreach.actions.telephone import give_new_code, note_call, open_by_telephone
from onemm.outreach.actions.waiting import (
    join_waiting_list,
    leave_waiting_list,
    look_after_waiting_list,
    stay_on_waiting_list,
)

__all__ = [
    "accept_invitation",
    "answer_equality",
    "begin_from",
    "decline_invitation",
    "end_campaign",
    "expire_invitations",
    "give_new_code",
    "hide_name_from_employer",
    "invite_colleague",
    "invite_colleagues",
    "join_waiting_list",
    "leave_employer",
    "leave_waiting_list",
    "let_employer_see_name",
    "look_after_waiting_list",
    "make_campaign",
    "make_personal_link",
    "make_staff_link",
    "note_call",
    "note_interest",
    "open_by_telephone",
    "set_target",
    "stay_on_waiting_list",
]

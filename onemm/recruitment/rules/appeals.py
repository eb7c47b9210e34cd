"""How long there is for an appeal, and for its answer."""

ASKED_WITHIN = 28
ANSWERED_WITHIN = 14

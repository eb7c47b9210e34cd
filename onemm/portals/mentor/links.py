"""Where a mentor, and whoever would be one, finds what the contexts write about, by the name of a page."""

LINKS = {
    "application": "mentor:application",
    "referees": "mentor:application_referees",
    "interview": "mentor:application_talk",
    "training": "mentor:training",
    "match": "mentor:match",
    "proposal": "mentor:proposal",
    "workshop": "mentor:workshop",
    "booking": "mentor:booking",
}

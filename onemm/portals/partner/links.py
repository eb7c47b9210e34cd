"""Where a coordinator finds what the contexts write about, by the name of a page."""

LINKS = {
    "sign_in": "account_request_login_code",
    "match": "partner:pair",
    "introduction": "partner:introduce",
    "round": "partner:round",
    "young_people": "partner:young_people",
}

"""Where an employer lead finds what the contexts write about, by the name of a page."""

LINKS = {
    "sign_in": "account_request_login_code",
}

"""Where staff find what the contexts write about, by the name of a page."""

LINKS = {
    "application": "staff:application",
    "interviews": "staff:interviews",
    "partners": "staff:partners",
    "disclosures": "staff:disclosures",
    "concern": "staff:concern",
    "today": "staff:today",
}

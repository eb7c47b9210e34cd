"""Where a young person finds what the contexts write about, by the name of a page."""

LINKS = {
    "match": "young:match",
    "proposal": "young:proposal",
}

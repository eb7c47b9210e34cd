"""Words as editors write them, as safe HTML."""

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")

_WORDS = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def in_html(text: str) -> str:
    """Return Markdown as safe HTML: raw HTML in it is shown, never obeyed."""
    return str(_MARKDOWN.render(text))


def words_in_html(text: str) -> str:
    """Return Markdown that holds words alone as safe HTML: an address of a picture in it is a link, and nothing is
    fetched.
    """
    return str(_WORDS.render(text))

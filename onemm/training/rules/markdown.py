"""Words as editors write them, as safe HTML."""

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


def in_html(text: str) -> str:
    """Return Markdown as safe HTML: raw HTML in it is shown, never obeyed."""
    return str(_MARKDOWN.render(text))

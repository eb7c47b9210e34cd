"""A page as it reads: how its template is laid out in lines makes no difference to a reader, nor to a test."""

import re

_BLOCK = (
    "address|article|aside|blockquote|body|button|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "head|header|hr|html|legend|li|link|main|meta|nav|ol|option|p|section|select|summary|table|tbody|td|tfoot|th|thead|"
    "title|tr|ul"
)
_BESIDE_A_BLOCK = re.compile(rf" ?(</?(?:{_BLOCK})(?: [^>]*)?>) ?")
_KEPT = re.compile(r"(<(?:textarea|pre|script)\b.*?</(?:textarea|pre|script)>)", re.DOTALL)


def as_read(html: str) -> str:
    """Return a page with each run of white space as one blank, and none beside an element that begins a line anyway.

    What someone typed into a box keeps its lines.
    """
    parts = _KEPT.split(html)
    return "".join(
        part if number % 2 else _BESIDE_A_BLOCK.sub(r"\1", " ".join(f"·{part}·".split()).replace(" >", ">"))[1:-1]
        for number, part in enumerate(parts)
    )

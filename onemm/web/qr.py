"""QR codes, drawn as SVG."""

import segno
from django.utils.safestring import SafeString, mark_safe


def drawing_of(words: str) -> SafeString:
    """Return a QR code that a phone's camera reads, dark on white whatever the page's colours, hidden from screen
    readers.
    """
    drawn = segno.make(words, error="m", micro=False).svg_inline(
        scale=4, border=2, light="#fff", dark="#000", svgclass="qr", lineclass=None
    )
    # What it says stands beside it in words; the numbers drawn are ours.
    return mark_safe(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))


def file_of(words: str) -> str:
    """Return the same as a file for a printer, with the quiet zone of four that the standard asks for (ISO/IEC
    18004).
    """
    drawn = segno.make(words, error="m", micro=False).svg_inline(scale=10, border=4, light="#fff", dark="#000")
    return str(drawn.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))

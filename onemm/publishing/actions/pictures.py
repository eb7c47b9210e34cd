"""Pictures that editors upload: decoded, turned the right way up, made small, and drawn anew.

What is kept holds none of the bytes that were sent: no place, no camera, no thumbnail, no text, no second file behind
the first.
"""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST = 12 * 1024 * 1024
"""Bytes of a file: a photograph from a good phone."""
MOST_DOTS = 50_000_000
LONGEST_SIDE = 1600
SMALLEST_SIDE = 40
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 80


class PictureIsRefused(ValueError):
    """Not a picture that we can show; the message says why, for whoever chose the file."""


def clean_picture(sent: bytes) -> bytes:
    """Return a picture as WebP, at most `LONGEST_SIDE` dots wide or high.

    :raises PictureIsRefused: it is no JPEG, PNG or WebP, is broken, moves, or is too large or too small.
    """
    if len(sent) > LARGEST:
        raise PictureIsRefused("This picture is larger than 12 MB. Save it smaller, and choose it again.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(sent), formats=FORMATS) as picture:
                return _drawn(picture)
    except UnidentifiedImageError as problem:
        raise PictureIsRefused("This is not a picture that we can use. Choose a JPEG, PNG or WebP file.") from problem
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as problem:
        if isinstance(problem, PictureIsRefused):
            raise
        raise PictureIsRefused(
            "This picture is broken, or far too large. Save it anew, and choose it again."
        ) from problem


def _drawn(picture: Image.Image) -> bytes:
    if picture.width * picture.height > MOST_DOTS:
        raise PictureIsRefused("This picture has more than 50 million dots. Save it smaller, and choose it again.")
    if min(picture.size) < SMALLEST_SIDE:
        raise PictureIsRefused("This picture is too small to see anything.")
    if getattr(picture, "is_animated", False):
        raise PictureIsRefused("This picture moves. Choose one that stands still, or add a film.")
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    clear = "A" in upright.getbands() or "transparency" in upright.info
    flat = upright.convert("RGBA" if clear else "RGB")
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    new = Image.new(flat.mode, flat.size)
    new.paste(flat)
    drawn = io.BytesIO()
    new.save(drawn, "WEBP", quality=QUALITY)
    return drawn.getvalue()

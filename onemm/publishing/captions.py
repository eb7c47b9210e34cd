"""Captions as WebVTT, read and written anew: times and words are kept, and nothing else of what was sent.

The format: W3C, WebVTT: The Web Video Text Tracks Format (2019). Styles, regions, notes and markup are left out.
"""

import re

LARGEST = 200_000
"""Bytes. Two hours of talk fit in this."""
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?")


class CaptionsAreBroken(ValueError):
    """Not captions; the message says why, for whoever chose the file."""


def clean_captions(sent: bytes) -> bytes:
    """Return the captions as they are shown.

    :raises CaptionsAreBroken: it is not a WebVTT file, has no captions, or their times do not go forward.
    """
    if len(sent) > LARGEST:
        raise CaptionsAreBroken("This file is far longer than captions are. Choose the .vtt file.")
    try:
        text = sent.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as problem:
        raise CaptionsAreBroken("These captions cannot be read. Save them as a .vtt file, in UTF-8.") from problem
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", text) or "\0" in text:
        raise CaptionsAreBroken("This is not a .vtt file: it does not begin with WEBVTT.")
    cues = [cue for cue in map(_cue, re.split(r"\n{2,}", text)) if cue]
    if not cues:
        raise CaptionsAreBroken("There are no captions in this file.")
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


def _cue(part: str) -> str:
    lines = part.split("\n")
    at = next((at for at, line in enumerate(lines[:2]) if _TIMING.fullmatch(line.strip())), None)
    if at is None:
        return ""
    timing = _TIMING.fullmatch(lines[at].strip())
    words = [_plain(line) for line in lines[at + 1 :] if line.strip()]
    if timing is None or not any(words):
        return ""
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    if end <= start:
        raise CaptionsAreBroken(f"A caption ends before it begins, at {lines[at].strip()[:40]}.")
    return "\n".join([f"{_written(start)} --> {_written(end)}", *words])


def _plain(line: str) -> str:
    """The words alone: tags go, and what is left cannot be read as one."""
    return re.sub(r"<[^>]*>", "", line).replace("-->", "→").replace("<", "").replace("&", "&amp;").strip()


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _written(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{thousandths:03}"

"""Files in lessons: made anew from what was sent, and refused when they are not what they should be."""

import io
import struct
import zlib
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from onemm.lib.clock import now
from onemm.people.actions.trying import Limit
from onemm.people.models import Person
from onemm.publishing import actions, refusals
from onemm.publishing.actions.pictures import LONGEST_SIDE
from onemm.publishing.models import LessonFile
from onemm.publishing.queries import piece_of
from onemm.publishing.tasks import forget_files
from tests.factories.publishing import a_film, a_photo, a_unit_written, an_editor, save

CAPTIONS = (
    b"\xef\xbb\xbfWEBVTT - made by somebody\r\n\r\nNOTE where it was filmed\r\n\r\n1\r\n00:00.500 --> 00:02.000 "
    b"align:start\r\n<v Amina>Hello <b>there</b>\r\n\r\n01:00:02.000 --> 01:00:03.500\r\nx <script>y\r\n"
)


@pytest.fixture
def edith(db: None) -> Person:
    return an_editor()


def kept(kind: str, sent: bytes, edith: Person) -> LessonFile:
    return actions.keep_file(kind=kind, sent=sent, by=edith)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_drawn_anew_without_what_was_hidden_in_it(edith: Person, kind: str) -> None:
    sent = a_photo((3200, 2000), kind=kind)
    assert b"SECRETCAMERA" in sent
    file = kept("picture", sent + b"<script>behind the picture</script>", edith)
    content = bytes(file.content)
    assert b"SECRET" not in content
    assert b"script" not in content
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (LONGEST_SIDE, 1000))
        assert not picture.getexif()
    assert file.content_type == "image/webp"


def test_a_picture_taken_sideways_stands_upright(edith: Person) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = io.BytesIO()
    Image.new("RGB", (300, 100)).save(file, "JPEG", exif=exif)
    with Image.open(io.BytesIO(bytes(kept("picture", file.getvalue(), edith).content))) as picture:
        assert picture.size == (100, 300)


def a_bomb() -> bytes:
    """A PNG of a few bytes that says it is 60,000 dots wide and high."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def moving() -> bytes:
    file = io.BytesIO()
    frames = [Image.new("RGB", (80, 80), (at * 60, 0, 0)) for at in range(3)]
    frames[0].save(file, "WEBP", save_all=True, append_images=frames[1:])
    return file.getvalue()


NOT_PICTURES = {
    "a drawing with a script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a page": b"<html><script>alert(1)</script></html>",
    "nothing": b"",
    "half a picture": a_photo()[:400],
    "a bomb": a_bomb(),
    "more than 12 MB": b"\xff\xd8\xff" + bytes(12 * 1024 * 1024),
    "one that moves": moving(),
    "a dot": a_photo((10, 10)),
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
    "a picture of another kind": b"II*\0" + bytes(100),
}


@pytest.mark.parametrize("what", NOT_PICTURES)
def test_what_is_not_a_picture_is_refused(edith: Person, what: str) -> None:
    with pytest.raises(refusals.FileIsRefused):
        kept("picture", NOT_PICTURES[what], edith)
    assert not LessonFile.objects.exists()


def test_a_recording_is_packed_anew_without_where_it_was_made(edith: Person, tmp_path: Path) -> None:
    sent = a_film(str(tmp_path / "film.mp4"))
    assert b"SECRETPLACE" in sent
    film = kept("film", sent, edith)
    assert (film.content_type, film.seconds) == ("video/mp4", 2)
    assert b"SECRETPLACE" not in bytes(film.content)
    sound = kept("sound", sent, edith)
    assert sound.size < film.size
    assert b"SECRETPLACE" not in bytes(sound.content)


NOT_RECORDINGS = {
    "words": b"hello" * 100,
    "nothing": b"",
    "a list of other files": b"#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n",
    "a script that joins files": b"ffconcat version 1.0\nfile '/etc/passwd'\n",
    "half a film": b"\0\0\0\x1cftypisom\0\0\2\0isomiso2avc1mp41" + bytes(400),
    "more than 24 MB": bytes(24 * 1024 * 1024 + 1),
}


@pytest.mark.parametrize("what", NOT_RECORDINGS)
def test_what_is_not_a_recording_is_refused(edith: Person, what: str) -> None:
    for kind in ("film", "sound"):
        with pytest.raises(refusals.FileIsRefused):
            kept(kind, NOT_RECORDINGS[what], edith)


def test_a_talk_is_no_film(edith: Person, tmp_path: Path) -> None:
    with pytest.raises(refusals.FileIsRefused, match="no film"):
        kept("film", a_film(str(tmp_path / "talk.mp4"), with_film=False), edith)


def test_captions_are_times_and_words_and_nothing_else(edith: Person) -> None:
    assert bytes(kept("captions", CAPTIONS, edith).content).decode() == (
        "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nHello there\n\n01:00:02.000 --> 01:00:03.500\nx y\n"
    )


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"1\n00:00.000 --> 00:01.000\nNot begun\n",
        b"WEBVTT\n",
        b"WEBVTT\n\nNOTE only a note\n",
        b"WEBVTT\n\n00:05.000 --> 00:01.000\nBack\n",
        b"\xff\xfeW\0E\0",
        b"WEBVTT\n\n" + b"x" * 300_000,
        b"<html>",
    ],
)
def test_what_are_not_captions_is_refused(edith: Person, sent: bytes) -> None:
    with pytest.raises(refusals.FileIsRefused):
        kept("captions", sent, edith)


def test_flooding_stops_at_sixty_files_in_an_hour(edith: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onemm.publishing.actions.files.FILES_PER_EDITOR", Limit("lesson_file:test", 2, 10**9))
    for _ in range(2):
        kept("captions", CAPTIONS, edith)
    with pytest.raises(refusals.TooManyFiles):
        kept("captions", CAPTIONS, edith)


def test_files_that_nothing_shows_are_forgotten_after_a_week(edith: Person) -> None:
    unused, fresh, shown, taught = (kept("captions", CAPTIONS, edith) for _ in range(4))
    save(
        a_unit_written(by=edith),
        "block",
        {"kind": "film", "file": "x", "captions": shown.public_id, "caption": "", "transcript": ""},
        by=edith,
    )
    LessonFile.objects.exclude(pk=fresh.pk).update(kept_at=now() - timedelta(days=8))
    LessonFile.objects.filter(pk=taught.pk).update(is_published=True)
    forget_files()
    assert set(LessonFile.objects.all()) == {fresh, shown, taught}
    assert not LessonFile.objects.filter(pk=unused.pk).exists()


def test_a_player_is_given_the_piece_that_it_asks_for(edith: Person) -> None:
    file = kept("picture", a_photo(), edith)
    assert piece_of(file, 0, file.size) == bytes(file.content)
    assert piece_of(file, 8, 4) == b"WEBP"

"""Writing as tests need it, made through the actions."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image

from onemm.lib.clock import today
from onemm.people.actions.roles import grant_role
from onemm.people.models import Person
from onemm.people.roles import Role
from onemm.publishing import actions
from onemm.publishing.models import Edition, Manuscript
from tests.factories.learning import ESSENTIALS

WORDS = (
    "## Being late\n\nYou are on the bus and it does not move. Your young person sits in a room and looks at the door. "
    "Ten minutes feel long when you are sixteen and wait for an adult. So you tell them early, and you tell them the "
    "truth.\n\n"
    "> “I am on the bus and it stands still. I will be ten minutes late. I am sorry, and I am on my way.”\n\n"
    "That is all it takes. You say what happens, you say when you will be there, and you do not make a long story of "
    "it. When you "
    "come in, say sorry once more, and then give them the rest of the hour. Do not take it from the end without "
    "asking. "
    "Some of them have to catch a bus too.\n\n"
    "## When it happens again\n\nOnce is bad luck. Twice is a habit, and they will think that they do not count. Ask "
    "the "
    "coordinator for another time of day. There is no shame in it. A quiet half past five is worth more than a "
    "hurried five."
)
FEEDBACK = "Think of how it feels to wait in a room without knowing why nobody comes."


def an_editor(name: str = "Edith") -> Person:
    """Return an editor of this name; the same one each time."""
    person = Person.objects.filter(email=f"{name.lower()}@editors.example.org").first()
    if person is None:
        person = Person.objects.create_user(
            email=f"{name.lower()}@editors.example.org", first_name=name, last_name="Writer"
        )
        grant_role(person=person, role=Role.EDITOR, by=None)
    return person


def about(**changed: Any) -> dict[str, Any]:
    day = today()
    return {
        "summary": "What to do when you cannot be there on time.",
        "minutes": 3,
        "pass_mark": 2,
        "reflection": "Who waited for you once?",
        "reviewed_on": day.isoformat(),
        "review_by": (day + timedelta(days=300)).isoformat(),
        "moment": "",
        "after": "",
        **changed,
    }


def a_question(text: str, right: str = "b") -> dict[str, Any]:
    choices = [
        {
            "key": key,
            "text": f"{text} Answer {key}",
            "feedback": f"{FEEDBACK} That is why this is answer {key}.",
            "right": key == right,
        }
        for key in "abc"
    ]
    return {"text": text, "choice": choices}


def save(manuscript: Manuscript, part: str, values: dict[str, Any], *, by: Person, key: str = "") -> str:
    manuscript.refresh_from_db()
    return actions.save_part(
        manuscript=manuscript, revision=manuscript.revision, part=part, key=key, values=values, by=by
    )


def a_unit_written(*, by: Person, title: str = "When you are late", course: str = ESSENTIALS) -> Manuscript:
    """A unit with all that it needs, still being written."""
    made = actions.begin_manuscript(kind="unit", title=title, course=course, by=by)
    actions.save_about(manuscript=made, revision=made.revision, values=about(), by=by)
    save(made, "block", {"kind": "text", "text": WORDS}, by=by)
    save(made, "question", a_question("You are late. What do you do?"), by=by)
    save(made, "question", a_question("It happens again. What now?", right="c"), by=by)
    save(
        made,
        "evidence",
        {"says": "Waiting is hard.", "source": "Taught in every programme.", "grade": "practice"},
        by=by,
    )
    made.refresh_from_db()
    return made


def a_translation(language: str, *, by: Person, slug: str = "your-role") -> Manuscript:
    """A unit of the essentials with every sentence changed, as if someone had translated it."""
    made = actions.translate(kind="unit", course=ESSENTIALS, slug=slug, language=language, by=by)
    return actions.save_about(manuscript=made, revision=made.revision, values=_in_another_language(made.body), by=by)


def _in_another_language(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: one if name in {"key", "kind", "name", "grade", "source"} else _in_another_language(one)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [_in_another_language(one) for one in value]
    return f"{value} (Cymraeg)" if isinstance(value, str) and " " in value else value


def an_option(key: str, points: int, to: str) -> dict[str, Any]:
    return {
        "key": key,
        "text": f"Do {key} for {{name}}",
        "points": points,
        "feedback": f"{FEEDBACK} So {key} is worth {points}.",
        "to": to,
    }


def a_scenario_written(*, by: Person, title: str = "Late again", course: str = ESSENTIALS) -> Manuscript:
    """A scenario of one moment and two endings, with all that it needs."""
    made = actions.begin_manuscript(kind="scenario", title=title, course=course, by=by)
    values = {
        name: value
        for name, value in about(rests_on="This programme’s own rules.").items()
        if name not in {"pass_mark", "reflection", "moment", "after"}
    }
    actions.save_about(manuscript=made, revision=made.revision, values=values, by=by)
    save(made, "detail", {"name": "name", "values": ["Kai", "Mina"]}, by=by)
    good = save(made, "ending", {"title": "On time", "text": "{name} smiles."}, by=by)
    bad = save(made, "ending", {"title": "Too late", "text": "{name} has gone home."}, by=by)
    step = {
        "text": "The bus stands still. {name} waits.",
        "option": [an_option("a", 3, good), an_option("b", 1, bad), an_option("c", 0, bad)],
    }
    save(made, "step", step, by=by)
    made.refresh_from_db()
    return made


def published(manuscript: Manuscript, *, sent_by: Person, by: Person) -> Edition:
    """Send it to colleagues, and let one of them publish it."""
    return actions.publish(manuscript=actions.send_to_colleagues(manuscript=manuscript, by=sent_by), by=by)


def a_photo(size: tuple[int, int] = (320, 200), *, kind: str = "JPEG", **kwargs: Any) -> bytes:
    """A picture with a place and a camera written into it."""
    picture = Image.new("RGB", size, (90, 42, 131))
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    file = io.BytesIO()
    picture.save(file, kind, exif=exif, **kwargs)
    return file.getvalue()


def a_film(path: str, *, with_film: bool = True) -> bytes:
    """Two seconds of a grey square and silence, with a place written into it."""
    with av.open(path, "w", format="mp4") as packed:
        packed.metadata["title"] = "SECRETPLACE"
        film = packed.add_stream("libx264", rate=10) if with_film else None
        sound = packed.add_stream("aac", rate=44100)
        if film is not None:
            film.width, film.height, film.pix_fmt = 64, 48, "yuv420p"
            for at in range(20):
                packed.mux(
                    film.encode(
                        av.VideoFrame.from_ndarray(np.full((48, 64, 3), at * 10, dtype=np.uint8), format="rgb24")
                    )
                )
            packed.mux(film.encode())
        for at in range(86):
            frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), dtype=np.float32), format="fltp", layout="mono")
            frame.sample_rate, frame.pts = 44100, at * 1024
            packed.mux(sound.encode(frame))
        packed.mux(sound.encode())
    return Path(path).read_bytes()

"""Recordings that editors upload: their sound and picture are packed into a new file, in another process that can be
cut off.

Kept are at most one picture and one sound stream of kinds that phones play. Left behind is everything else that was in
the file: who made it, where, with what, covers, chapters, data. Codecs read hostile bytes, so this never happens in the
process that serves pages: it runs alone, with little memory and little time, and when it breaks, nothing else does.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

LARGEST = 24 * 1024 * 1024
"""Bytes: about five minutes of film at a size for phones, or half an hour of talk."""
LONGEST = 40 * 60
"""Seconds of playing."""
SOUND_CODECS, FILM_CODECS = {"aac", "mp3"}, {"h264"}
MEMORY, SECONDS = 1_500_000_000, 60
WRONG = {
    3: "We cannot play this on every phone. Save it as MP4 (H.264 with AAC sound), or a talk as M4A or MP3.",
    4: "This recording is longer than 40 minutes. Shorter ones are listened to.",
    5: "There is no sound in this file.",
    6: "There is no film in this file. If it is a talk, add it as sound.",
}


class RecordingIsRefused(ValueError):
    """Not a recording that we can play; the message says why, for whoever chose the file."""


def clean_recording(sent: bytes, *, film: bool) -> tuple[bytes, int]:
    """Return a recording in a new MP4 file, and how many seconds it plays.

    :raises RecordingIsRefused: it is too large, too long, broken, or of a kind that phones do not play.
    """
    if len(sent) > LARGEST:
        raise RecordingIsRefused("This recording is larger than 24 MB. Save it smaller, and choose it again.")
    with tempfile.TemporaryDirectory(prefix="recording-") as folder:
        before, after = Path(folder, "sent"), Path(folder, "kept.mp4")
        before.write_bytes(sent)
        try:
            done = subprocess.run(  # noqa: S603 - this very file, with two paths of ours
                [sys.executable, "-I", __file__, str(before), str(after), "film" if film else "sound"],
                capture_output=True,
                timeout=SECONDS,
                check=False,
                env={},
                cwd=folder,
            )
        except subprocess.TimeoutExpired as problem:
            raise RecordingIsRefused(
                "This recording takes too long to read. Save it anew, and choose it again."
            ) from problem
        if done.returncode or not after.exists():
            raise RecordingIsRefused(
                WRONG.get(done.returncode, "This recording is broken. Save it anew, and choose it again.")
            )
        return after.read_bytes(), int(done.stdout)


def _take_little() -> None:
    """Runs in the new process, before anything is read: from here on it cannot take more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * LARGEST, 2 * LARGEST))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def repack(before: str, after: str, kind: str) -> int:
    """Pack the streams anew and print the seconds; return 0, or a key of `WRONG`."""
    import av

    # Only what is in this file is read: a playlist or a container that names other files or addresses opens nothing.
    options = {"protocol_whitelist": "file", "format_whitelist": "mov,mp4,m4a,3gp,3g2,mj2,mp3"}
    with av.open(before, options=options, metadata_errors="ignore") as source:
        sounds = [stream for stream in source.streams.audio if stream.codec_context.name in SOUND_CODECS]
        films = [stream for stream in source.streams.video if stream.codec_context.name in FILM_CODECS]
        if len(sounds) < len(source.streams.audio) or (kind == "film" and len(films) < len(source.streams.video)):
            return 3
        if not sounds:
            return 5
        if kind == "film" and not films:
            return 6
        seconds = float((source.duration or 0) / 1_000_000)
        if not 0 < seconds <= LONGEST:
            return 4
        streams = [sounds[0], *(films[:1] if kind == "film" else [])]
        with av.open(after, "w", format="mp4", options={"movflags": "faststart"}) as packed:
            new = {stream.index: packed.add_stream_from_template(stream) for stream in streams}
            for packet in source.demux(streams):
                if packet.dts is not None:
                    packet.stream = new[packet.stream.index]
                    packed.mux(packet)
    print(round(seconds))  # noqa: T201 - how this process answers
    return 0


if __name__ == "__main__":
    _take_little()
    sys.exit(repack(*sys.argv[1:4]))

"""An occupied port is one plain sentence, before anything is set up."""

import socket
from collections.abc import Iterator

import pytest

from tests.config.test_command_line import onemm


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


@pytest.mark.parametrize("command", ["serve", "run"])
def test_a_taken_port_is_a_sentence(command: str, taken: int) -> None:
    """Nothing of the database is asked for: this test may not touch one."""
    result = onemm(command, "--port", str(taken))
    assert result.exit_code == 1
    assert result.output == (
        f"Error: Port {taken} is taken: something is listening there already. Stop it, or choose another, such as "
        f"PORT={taken + 1}. Nothing was set up.\n"
    )


def test_an_address_that_is_not_ours_is_a_sentence_too() -> None:
    result = onemm("serve", "--host", "192.0.2.1", "--port", "8000")
    assert result.exit_code == 1
    assert result.output.startswith("Error: We cannot listen at 192.0.2.1, port 8000: ")


def test_a_port_beyond_the_last_is_refused() -> None:
    assert "65536 is not in the range" in onemm("serve", "--port", "65536").output

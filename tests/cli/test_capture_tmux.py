"""The prompt in a real tmux popup, as a key of tmux opens it, seen through the client that shows it."""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.prompt_terminal import CAPTURE, ENTER, ESC, TAB, Desk, ctrl, desk_in, pasted
from tests.tui.real_terminal import LIMIT, RealTerminal

TMUX = shutil.which("tmux") or ""
KEY = "C"
"""What opens the prompt, after ctrl+b."""

pytestmark = pytest.mark.skipif(not TMUX, reason="there is no tmux here, whose popup is used")


class Tmux:
    """A tmux server of its own with one client, and a key that opens the prompt in a popup."""

    def __init__(self, desk: Desk, popup: str) -> None:
        self._base = [TMUX, "-S", str(desk.folder / "tmux"), "-f", "/dev/null"]
        self._environment = desk.environment
        self("new-session", "-d", "-x", "80", "-y", "24", "sh")
        self("set", "-g", "escape-time", "10")
        self("bind", KEY, "display-popup", *shlex.split(popup), "-E", shlex.join(CAPTURE))
        self.client = RealTerminal([*self._base, "attach"], desk.environment)

    def __call__(self, *words: str) -> None:
        """Run a command of tmux."""
        subprocess.run([*self._base, *words], env=self._environment, check=True, capture_output=True)

    def press(self) -> RealTerminal:
        """Open the prompt by its key; the client, once it is shown."""
        self.client.send(ctrl("b") + KEY)
        self.client.wait_for("›")
        self.client.wait_for("such as: called Ana")
        return self.client

    def closed(self) -> None:
        """Wait until the popup has gone; raises TimeoutError."""
        until = time.monotonic() + LIMIT
        while inside(self.client):
            if time.monotonic() > until:
                raise TimeoutError(f"the popup is still there:\n{self.client.text}")
            self.client.settle()

    def end(self) -> None:
        """End the server."""
        self("kill-server")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


@pytest.fixture
def popup(desk: Desk, request: pytest.FixtureRequest) -> Iterator[Tmux]:
    tmux = Tmux(desk, getattr(request, "param", "-w 72 -h 7"))
    with tmux.client:
        tmux.client.wait_for("0:sh")
        yield tmux
        tmux.end()


def inside(client: RealTerminal) -> list[str]:
    """The rows of the popup, without its border."""
    return [row.strip().strip("│x").rstrip() for row in client.lines if "│" in row or row.strip().startswith("x")]


def test_a_line_is_captured_in_a_popup_that_is_gone_on_enter(desk: Desk, popup: Tmux) -> None:
    client = popup.press()
    client.send("called Ana about the move")
    client.wait_for("gave · call · Ana Lopez · today")
    client.settle()
    rows = inside(client)
    assert len(rows) == 5
    assert rows[0] == " › called Ana about the move"
    assert rows[-1] == " enter keep · tab take · ↑ last · esc leave, draft kept"
    client.send(ENTER)
    popup.closed()
    assert desk.captured == ["called Ana about the move"]
    assert "›" not in client.text


def test_esc_closes_the_popup_at_once_and_the_draft_waits(desk: Desk, popup: Tmux) -> None:
    client = popup.press()
    client.send("called Sam")
    client.wait_for("which Sam?")
    client.send(TAB)
    client.wait_for("▸ Sam Hill")
    client.send(ESC)
    popup.closed()
    assert desk.captured == []
    assert len(desk.drafts()) == 1


def test_a_paste_and_wide_letters_come_through_tmux(desk: Desk, popup: Tmux) -> None:
    client = popup.press()
    client.send("met 李雷" + pasted(" about the studio"))
    client.wait_for("李雷")
    client.wait_for("about the studio")
    client.send(ENTER)
    popup.closed()
    assert desk.captured == ["met 李雷 about the studio"]


@pytest.mark.parametrize("popup", ["-w 42 -h 6"], indirect=True)
def test_the_popup_of_a_phone(desk: Desk, popup: Tmux) -> None:
    client = popup.press()
    client.send("called sam")
    client.wait_for("which")
    client.settle()
    rows = inside(client)
    assert len(rows) == 4
    assert rows[0] == " › called sam"
    assert rows[-1] == " enter keep unfiled · tab choose · esc"
    client.send(ctrl("u") + "called Ben" + ENTER)
    popup.closed()
    assert desk.captured == ["called Ben"]


def test_ctrl_z_does_not_leave_a_popup_that_nobody_can_bring_back(desk: Desk, popup: Tmux) -> None:
    client = popup.press()
    client.send("called Ana" + ctrl("z"))
    client.settle()
    client.send(" again")
    client.wait_for("› called Ana again")
    client.send(ENTER)
    popup.closed()
    assert desk.captured == ["called Ana again"]


def test_a_client_of_another_size_shows_it_right(desk: Desk, popup: Tmux) -> None:
    client = popup.press()
    client.send("called Ana about the move")
    client.wait_for("gave · call · Ana Lopez · today")
    client.resize(100, 30)
    client.settle()
    client.send(" again")
    client.wait_for("› called Ana about the move again")
    client.send(ENTER)
    popup.closed()
    assert desk.captured == ["called Ana about the move again"]


def test_the_socket_of_the_test_is_not_that_of_the_user(desk: Desk, popup: Tmux) -> None:
    assert os.path.exists(desk.folder / "tmux")

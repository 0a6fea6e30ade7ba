"""The life of a terminal: signals, job control, a terminal that vanishes and keys that are none lose no draft."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.drafts import DraftsOnDisk
from store.lock import locked
from store.storage import lock_path
from tests.tui.desk_host import book_in
from tests.tui.real_terminal import ALTERNATE, LIMIT, ROOT, RealTerminal, seconds_used
from tui.keyboard_bytes import PASTE_BEGINS, PASTE_ENDS, Keyboard

SWELL = [sys.executable, "-m", "swell"]
BASH = ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"]
START = f"{sys.executable} -m swell\n"
PROMPT = "ready$ "
SPUN = 3.0
"""Seconds of processor time that no end takes; one that waits for what does not come takes as many as it is given."""
NEVER_ENDS = """
import signal, sys, time
from tui.terminal_life import watched
def save():
    with open(sys.argv[1], "w") as file:
        file.write("saved")
signal.signal(signal.SIGHUP, signal.SIG_IGN)
with watched(save):
    print("here", flush=True)
    while True:
        time.sleep(1)
"""


job_control = pytest.mark.skipif(not os.path.exists(BASH[0]), reason="there is no bash here, whose job control is used")


@dataclass(frozen=True)
class Place:
    """A sample book and nothing else of anybody's."""

    book: Path

    @property
    def environment(self) -> dict[str, str]:
        folder = str(self.book.parent)
        return {
            "HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_CONFIG_HOME": folder,
            "TMPDIR": folder,
            "SWELL_FILE": str(self.book),
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "PS1": PROMPT,
        }

    def swell(self, *words: str, **changed: str) -> RealTerminal:
        """Swell on a terminal of its own."""
        return RealTerminal([*SWELL, *words], self.environment | changed)

    @property
    def captured(self) -> set[str]:
        """The lines that the book keeps."""
        return {one.raw for one in book_in(self.book).interactions.values()}

    def drafts(self) -> list[str]:
        """Take over the lines that runs which have ended left."""
        return [draft.line for draft in DraftsOnDisk(str(self.book), "9" * 22).take_over()]

    def drafts_once_ended(self) -> list[str]:
        """The same, as soon as a run has ended that left some: until then its lock holds them."""
        until = time.monotonic() + LIMIT
        while not (found := self.drafts()) and time.monotonic() < until:
            time.sleep(0.1)
        return found


@pytest.fixture
def place(sample: Path) -> Place:
    return Place(sample)


def begin(terminal: RealTerminal, line: str = "called Ana about") -> None:
    """Wait for the app and write in the bar."""
    terminal.wait_for("1 Today")
    terminal.send("c")
    terminal.wait_for("capture: what happened")
    terminal.send(line)
    terminal.wait_for(f"› {line}")
    terminal.wait_for("Ana Lopez · today")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_with_the_draft_saved_and_the_terminal_as_it_was(place: Place, number: int) -> None:
    with place.swell() as terminal:
        begin(terminal)
        assert not terminal.is_sane
        terminal.signal(number)
        assert terminal.ended() == 128 + number
        assert terminal.is_sane
        assert not terminal.text.strip()
    assert place.drafts() == ["called Ana about"]


@pytest.mark.parametrize("wait", [0.05, 0.2, 0.4, 0.8])
def test_a_signal_while_it_starts_leaves_the_terminal_as_it_was(place: Place, wait: float) -> None:
    with place.swell() as terminal:
        time.sleep(wait)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() in (128 + signal.SIGTERM, -signal.SIGTERM)
        assert terminal.is_sane


def test_a_signal_as_soon_as_the_terminal_is_touched_is_answered(place: Place) -> None:
    with place.swell() as terminal:
        terminal.wait_for_mode(ALTERNATE)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.is_sane


def test_the_next_start_offers_the_draft_and_a_kept_one_is_gone(place: Place) -> None:
    with place.swell() as terminal:
        begin(terminal)
        until = time.monotonic() + LIMIT
        while not list(place.book.parent.glob("*.d/drafts/*.json")) and time.monotonic() < until:
            time.sleep(0.05)
        terminal.signal(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    with place.swell() as terminal:
        terminal.wait_for("a draft waits: called Ana about · c brings it back")
        with place.swell() as second:
            second.wait_for("1 Today")
            second.settle()
            assert "a draft waits" not in second.text
        terminal.send("c")
        terminal.wait_for("› called Ana about")
        terminal.send(" the move\r")
        terminal.wait_for("u takes it back")
        terminal.settle()
        terminal.signal(signal.SIGTERM)
        terminal.ended()
    assert "called Ana about the move" in place.captured
    assert place.drafts() == []


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="only /proc tells what a process has used so far")
@pytest.mark.parametrize(
    ("argv", "controlling"),
    [
        pytest.param(SWELL, True, id="and says so"),
        pytest.param(
            ["/bin/sh", "-c", f"trap '' HUP; exec {sys.executable} -m swell"], True, id="to ears that are shut"
        ),
        pytest.param(SWELL, False, id="without a word"),
    ],
)
def test_a_terminal_that_vanishes_ends_it_and_it_does_not_spin(
    place: Place, argv: list[str], controlling: bool
) -> None:
    with RealTerminal(argv, place.environment, controlling=controlling) as terminal:
        begin(terminal)
        before = seconds_used(terminal.pid)
        terminal.vanish()
        assert terminal.ended() == 128 + signal.SIGHUP
        assert terminal.seconds - before < SPUN
    assert place.drafts() == ["called Ana about"]


def test_what_cannot_end_by_itself_is_ended_after_its_drafts_are_saved(place: Place) -> None:
    saved = place.book.parent / "saved"
    with RealTerminal([sys.executable, "-c", NEVER_ENDS, str(saved)], place.environment) as terminal:
        terminal.wait_for("here")
        terminal.vanish()
        assert terminal.ended() == 128 + signal.SIGHUP
    assert saved.read_text() == "saved"


@job_control
def test_ctrl_z_gives_the_terminal_back_and_fg_brings_the_whole_screen(place: Place) -> None:
    with RealTerminal(BASH, place.environment) as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(START)
        begin(terminal)
        terminal.settle()
        whole = terminal.text
        for _ in range(2):
            terminal.send("\x1a")
            terminal.wait_for_stop()
            assert terminal.is_sane
            terminal.send("fg\n")
            terminal.wait_for("› called Ana about")
            terminal.settle()
            assert terminal.text == whole
        terminal.send(" the move")
        terminal.wait_for("› called Ana about the move")


@job_control
def test_in_the_background_it_stays_stopped_and_a_kill_ends_it(place: Place) -> None:
    with RealTerminal(BASH, place.environment) as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(START)
        begin(terminal)
        terminal.send("\x1a")
        terminal.wait_for_stop()
        for _ in range(3):
            terminal.send("bg\n")
            terminal.settle()
            assert terminal.is_sane
        assert place.drafts() == []
        terminal.send("kill %1\n")
        assert place.drafts_once_ended() == ["called Ana about"]
        terminal.send("\n")
        terminal.wait_for("Exit 143")
        assert terminal.is_sane


@job_control
def test_what_was_written_last_before_ctrl_z_outlives_a_kill(place: Place) -> None:
    with RealTerminal(BASH, place.environment) as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(START)
        terminal.wait_for("1 Today")
        terminal.send("c")
        terminal.wait_for("capture: what happened")
        terminal.send("called Ana about\x1a")
        terminal.wait_for_stop()
        terminal.send("kill -KILL %1\n")
        assert place.drafts_once_ended() == ["called Ana about"]


@job_control
def test_a_terminal_that_vanishes_while_it_is_stopped_ends_it(place: Place) -> None:
    with RealTerminal(BASH, place.environment) as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(START)
        begin(terminal)
        terminal.send("\x1a")
        terminal.wait_for_stop()
        assert place.drafts() == []
        terminal.vanish()
        assert place.drafts_once_ended() == ["called Ana about"]


def test_a_stop_that_could_not_be_seen_coming_does_no_harm(place: Place) -> None:
    with place.swell() as terminal:
        begin(terminal)
        terminal.settle()
        whole = terminal.text
        for _ in range(2):
            terminal.signal(signal.SIGSTOP)
            terminal.signal(signal.SIGCONT)
            terminal.settle()
            assert terminal.text == whole
        terminal.send(" the move")
        terminal.wait_for("› called Ana about the move")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.is_sane


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_the_same_under_tmux(place: Place, tmux: "Tmux") -> None:
    tmux.wait_for(PROMPT.strip())
    tmux.send(START)
    tmux.wait_for("1 Today")
    tmux.send("c")
    tmux.wait_for("capture: what happened")
    tmux.send("called Ana about")
    whole = tmux.wait_for("Ana Lopez · today")
    tmux.send("\x1a")
    tmux.wait_for("Stopped")
    assert tmux.tell("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0"
    tmux.send("fg\n")
    assert tmux.wait_for("Ana Lopez · today") == whole
    tmux.ask("kill-session")
    assert place.drafts_once_ended() == ["called Ana about"]


class Tmux:
    """A tmux of its own with one shell in it."""

    def __init__(self, folder: str, environment: dict[str, str]) -> None:
        self._environment = environment | {"TMUX_TMPDIR": folder}
        self.ask("new-session", "-d", "-x", "80", "-y", "24", *BASH)

    def ask(self, *words: str) -> str:
        argv = ["tmux", "-f", "/dev/null", *words]
        return subprocess.run(argv, cwd=ROOT, env=self._environment, capture_output=True, text=True).stdout

    def send(self, keys: str) -> None:
        self.ask("send-keys", "-H", *(f"{byte:x}" for byte in keys.encode()))

    def tell(self, what: str) -> str:
        return self.ask("display-message", "-p", what).strip()

    def wait_for(self, words: str) -> str:
        until = time.monotonic() + LIMIT
        while words not in (text := self.ask("capture-pane", "-p")):
            if time.monotonic() > until:
                raise TimeoutError(f"“{words}” did not come up; the screen shows:\n{text}")
            time.sleep(0.1)
        time.sleep(0.3)
        return self.ask("capture-pane", "-p")


@pytest.fixture
def tmux(place: Place) -> Iterator[Tmux]:
    with tempfile.TemporaryDirectory() as folder:  # a short path, as sockets want it
        running = Tmux(folder, place.environment)
        yield running
        running.ask("kill-server")


def test_bytes_that_are_no_text_end_nothing(place: Place) -> None:
    with place.swell() as terminal:
        begin(terminal)
        terminal.send(b"\xe5(\x00\xed\xa0\x80\xff|")
        terminal.wait_for("about\ufffd(\ufffd\ufffd\ufffd\ufffd|")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    assert place.drafts() == ["called Ana about\ufffd(\ufffd\ufffd\ufffd\ufffd|"]


@pytest.mark.parametrize("vanishes", [False, True])
def test_what_has_come_of_a_paste_without_an_end_is_in_the_draft(place: Place, vanishes: bool) -> None:
    with place.swell() as terminal:
        begin(terminal)
        terminal.send(f" it{PASTE_BEGINS}, and the\rmove to Leeds")
        terminal.wait_for("about it")
        terminal.settle()
        if vanishes:
            terminal.vanish()
        else:
            terminal.signal(signal.SIGTERM)
        terminal.ended()
    assert place.drafts() == ["called Ana about it, and the move to Leeds"]


def test_esc_ends_a_paste_without_an_end(place: Place) -> None:
    with place.swell() as terminal:
        begin(terminal, "called Ana about ")
        terminal.send(f"{PASTE_BEGINS}the move")
        terminal.settle()
        time.sleep(1.0)
        terminal.send("\x1b")
        terminal.wait_for("› called Ana about the move")
        terminal.send(" to Leeds")
        terminal.wait_for("› called Ana about the move to Leeds")


def test_a_very_long_paste_is_kept_whole(place: Place) -> None:
    with place.swell() as terminal:
        begin(terminal)
        terminal.send(f"{PASTE_BEGINS}{' and so on' * 3_000}{PASTE_ENDS}")
        terminal.send(" to the END")
        terminal.wait_for("to the END")
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    (line,) = place.drafts()
    assert line == f"called Ana about{('and so on ' * 3_000).strip()} to the END"


def test_a_signal_in_the_middle_of_a_write_waits_for_it(place: Place) -> None:
    with place.swell() as terminal:
        begin(terminal)
        with locked(lock_path(str(place.book))):
            terminal.send("\r")
            terminal.settle()
            terminal.signal(signal.SIGTERM)
            terminal.settle()
            assert terminal.status is None
            assert not terminal.is_sane
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.is_sane
    assert "called Ana about" in place.captured
    assert place.drafts() == []


@pytest.mark.parametrize("name", ["", "vt100", "no-such-terminal"])
def test_a_terminal_of_another_name_is_used_and_left_as_it_was(place: Place, name: str) -> None:
    with place.swell(TERM=name) as terminal:
        begin(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.is_sane


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>/dev/null >&2", "</dev/null"])
def test_without_one_of_its_streams_it_does_not_open(place: Place, stream: str) -> None:
    argv = ["/bin/sh", "-c", f"{sys.executable} -m swell {stream}; echo status $?"]
    with RealTerminal(argv, place.environment) as terminal:
        terminal.wait_for("status 1")
        assert ALTERNATE not in terminal.modes
        assert "Traceback" not in terminal.text
        assert terminal.is_sane


def test_a_throw_away_book_keeps_no_draft(place: Place) -> None:
    with place.swell("demo") as terminal:
        begin(terminal)
        time.sleep(1.0)
        terminal.signal(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
    assert [name for name in os.listdir(place.book.parent) if not name.startswith(".")] == ["book.json"]


def keyboard_at(*seconds: float) -> Keyboard:
    """A keyboard on which something comes at these seconds."""
    instants = iter((0.0, *seconds))
    return Keyboard(lambda: next(instants))


def test_a_paste_is_followed_wherever_it_is_cut() -> None:
    whole = f"ab{PASTE_BEGINS}one{PASTE_ENDS}cd{PASTE_BEGINS}two"
    for cut in range(len(whole) + 1):
        keyboard = keyboard_at(0, 0)
        assert keyboard.decode(whole[:cut].encode()) + keyboard.decode(whole[cut:].encode()) == whole
        assert keyboard.pasted == "two"


@pytest.mark.parametrize(
    ("key", "second", "text"),
    [
        pytest.param("\x1b", 1.5, PASTE_ENDS, id="esc after a silence"),
        pytest.param("\x1b[27u", 1.5, PASTE_ENDS, id="esc of a newer terminal"),
        pytest.param("\x03", 1.5, PASTE_ENDS, id="ctrl+c"),
        pytest.param("\x1b", 0.2, "\x1b", id="the first byte of the end, which comes in two parts"),
        pytest.param("x", 1.5, "x", id="more of the paste"),
    ],
)
def test_only_a_key_that_leads_out_ends_a_paste(key: str, second: float, text: str) -> None:
    keyboard = keyboard_at(0, second)
    keyboard.decode(f"{PASTE_BEGINS}so far".encode())
    assert keyboard.decode(key.encode()) == text
    assert (keyboard.pasted == "") is (text == PASTE_ENDS)

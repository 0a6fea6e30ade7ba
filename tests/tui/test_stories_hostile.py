"""Names that are markup, escape sequences or tricks of direction are text in every place, and do nothing."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from domain.model import Answer, Capture, Contact, FollowUp, Interaction, Introduction
from domain.text import clean
from tests.tui.desk_host import User, book_in, process, swell_on

NAMES = {
    "a closing tag": "[/]",
    "a link that quits": "[@click=app.quit]x[/]",
    "colours": "[bold red]Bea[/bold red] \\[",
    "an escape sequence": "\x1b]0;owned\x07\x1b[31337mEve\x1b[2J",
    "C1 controls": "\x9b31337mCy\x9d0;owned\x9c",
    "direction": "\u202eevil\u202c \u2066gpj.exe\u2069",
    "lines": "two\nlines\r\tand\x00more\x7f",
    "long": "Maximilian " * 30,
    "wide": "山田太郎" * 40,
    "marks": "e" + "\u0301" * 60 + "ve",
    "joined": "👩\u200d👩\u200d👧\u200d👦 Family \u2028 \ufeff",
    "quotes": "\"; DROP TABLE -- '",
    "a field": 'tag:x org:"y',
    "blank": " ",
}
TOGETHER = (
    ("a closing tag", "a link that quits", "colours"),
    ("an escape sequence", "C1 controls", "direction", "lines"),
    ("marks", "joined", "wide", "long"),
    ("quotes", "a field"),
    ("blank",),
)
"""Kinds of names that are tried at once: each walk through every place takes its time."""
FORBIDDEN = frozenset("\u061c\u200e\u200f\u2028\u2029\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def write_hostile(path: Path, name: str) -> Path:
    """A book in which everything that can be text is that name."""
    eve = Contact(
        id="1" * 22,
        name=name,
        aliases=(name,),
        emails=(name,),
        phones=(name,),
        organisation=name,
        role=name,
        place=name,
        tags=(name,),
        notes=name,
        met_via=name,
        circle="close",
    )
    dan = Contact(id="2" * 22, name=f"Dan {name}")
    both = (eve.id, dan.id)
    at = "2026-11-20T09:00:00+00:00"
    process(path, origin=name).put(
        name,
        eve,
        dan,
        Interaction(
            id="3" * 22, at=at, direction="gave", kind="call", people=both, text=name, tags=(name,), raw=name, via=both
        ),
        Interaction(id="4" * 22, at=at, direction="got", kind="lead", people=(eve.id,), text=name, raw=name),
        Answer(id="5" * 22, contact=eve.id, question="looking_for", text=name, learnt="2026-11-01"),
        FollowUp(id="6" * 22, kind="promise", due="2026-11-22", people=(eve.id,), text=name),
        FollowUp(id="7" * 22, kind="waiting", due="2026-11-21", people=both, text=name),
        Introduction(id="8" * 22, a=eve.id, b=dan.id, reason=name, since="2026-11-01"),
        Capture(id="9" * 22, at=at, line=name, why=name, candidates=(name,)),
    )
    return path


def check(user: User) -> None:
    """Nothing on the screen would be obeyed by a terminal, and no line is too wide."""
    for line in user.lines:
        assert cell_len(line) <= user.app.size.width, line
        for letter in line:
            assert unicodedata.category(letter) not in ("Cc", "Cs"), repr(line)
            assert letter not in FORBIDDEN, repr(line)
    assert user.app.is_running


EVERYWHERE = (
    ("w",),
    ("d",),
    ("up",),
    ("escape", "j", "a"),
    ("escape", "o"),
    ("escape", "s"),
    ("escape", "enter"),
    ("e",),
    ("escape", "t"),
    ("escape", "escape", "3"),
    ("enter",),
    ("escape", "4"),
    ("F",),
    ("5",),
    ("U",),
    ("escape", "question_mark"),
    ("escape", "c", "up"),
    ("up",),
    ("escape", "2"),
    ("d", "a", "n"),
    ("enter",),
    ("x",),
    ("u",),
)


@pytest.mark.parametrize("kinds", TOGETHER, ids=", ".join)
async def test_a_hostile_name_is_text_in_every_place(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    path = write_hostile(tmp_path / "book.json", "".join(NAMES[kind] for kind in kinds))
    async with swell_on(path) as user:
        check(user)
        for keys in EVERYWHERE:
            await user.hurry(*keys)
            check(user)
        await user.press("escape", "escape", "escape", "1")
        assert "▸1 Today" in user.lines[0]


@pytest.mark.parametrize("name", ["[/]", "[@click=app.quit]x[/]", "[bold red]Bea[/bold red]"])
async def test_markup_is_shown_as_it_is_written_and_a_click_on_it_does_nothing(tmp_path: Path, name: str) -> None:
    path = write_hostile(tmp_path / "book.json", name)
    async with swell_on(path) as user:
        assert sum(name in line for line in user.lines) >= 5
        for y, line in enumerate(user.lines):
            if name in line:
                await user.pilot.click(offset=(line.index(name) + name.index("]") + 1, y))
        assert user.app.is_running
        await user.press("escape", "4")
        assert name in user.screen


async def test_a_hostile_text_in_the_bar_is_text_and_is_kept(tmp_path: Path) -> None:
    path = write_hostile(tmp_path / "book.json", "Eve")
    async with swell_on(path, size=(40, 10)) as user:
        await user.press("4")
        for name in NAMES.values():
            line = " ".join(f"met with @Eve about {name}".split())
            await user.press("c")
            await user.paste(line)
            check(user)
            await user.press("enter")
            check(user)
            assert clean(line) in {one.raw for one in user.book.interactions.values()}


async def test_a_hostile_text_in_the_search_finds_what_it_finds(tmp_path: Path) -> None:
    path = write_hostile(tmp_path / "book.json", "".join(NAMES.values()))
    async with swell_on(path) as user:
        before = path.read_bytes()
        for name in NAMES.values():
            await user.press("slash")
            await user.paste(name)
            check(user)
            await user.press("enter")
            check(user)
            await user.hurry("escape", "slash", "ctrl+u")
        assert path.read_bytes() == before


def sent_to_terminal(path: Path, keys: str, folder: Path) -> bytes:
    """All that the program sends to a terminal of its own while these keys are pressed, until it ends by `q`."""
    pid, terminal = pty.fork()
    if pid == 0:
        environment = dict(os.environ, TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
        environment |= {"SWELL_CONFIG": str(folder / "config.toml"), "XDG_DOWNLOAD_DIR": str(folder)}
        os.execve(sys.executable, [sys.executable, "-m", "swell", "--file", str(path)], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    sent = b""
    waiting = list(keys)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.25)[0]:
            try:
                sent += os.read(terminal, 65536)
            except OSError:  # how Linux says that the program has gone
                break
        elif b"Today" in sent and waiting:
            os.write(terminal, waiting.pop(0).encode())
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    return sent


def test_no_payload_of_a_name_arrives_at_a_real_terminal(tmp_path: Path) -> None:
    name = NAMES["an escape sequence"] + NAMES["C1 controls"] + NAMES["direction"]
    path = write_hostile(tmp_path / "book.json", name)
    sent = sent_to_terminal(path, "d\x1b345\r1q", tmp_path)
    assert b"owned" in sent
    assert b"\x1b]0;owned" not in sent
    assert b"\x1b[31337" not in sent
    for character in ("\x9b", "\x9c", "\x9d", "\u202e", "\u202c", "\u2066", "\u2069"):
        assert character.encode() not in sent, repr(character)
    assert len(book_in(path).contacts) == 2

"""The stand-in terminal: what a program on it shows, is sent and answers."""

import sys

import pytest

from benchmarks.terminal import Terminal

ENVIRONMENT = {"TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
ECHO = """
import os, shutil, sys, termios
mode = termios.tcgetattr(0)
mode[3] &= ~(termios.ECHO | termios.ICANON)
termios.tcsetattr(0, termios.TCSANOW, mode)
questions = "\\x1b[>1u\\x1b[?2026$p\\x1bP+q544e\\x1b\\\\"
print(f"{questions}\\x1b[3;5Hready on", os.ttyname(0)[:5], *shutil.get_terminal_size(), end="", flush=True)
while (key := os.read(0, 1)) != b"q":
    os.write(1, b"\\x1b[1;1H" + key.upper())
sys.exit(3)
"""


def program(columns: int = 80, rows: int = 24) -> Terminal:
    return Terminal([sys.executable, "-c", ECHO], ENVIRONMENT, columns, rows)


def test_keeps_the_screen_and_tells_when_words_came_up() -> None:
    with program(60, 12) as terminal:
        assert terminal.wait_for("ready on /dev/ 60 12") > 0
        lines = terminal.text.splitlines()
        assert lines[2] == "    ready on /dev/ 60 12".ljust(60)
        assert not "".join(lines[:2] + lines[3:]).strip()


def test_counts_what_a_key_is_answered_with() -> None:
    with program() as terminal:
        terminal.wait_for("ready")
        reply = terminal.press("a")
        assert reply.size == len("\x1b[1;1HA")
        assert 0 < reply.first <= reply.last
        assert terminal.text.startswith("A")
        assert terminal.cursor == (1, 0)


def test_tells_how_a_program_ended() -> None:
    with program() as terminal:
        terminal.wait_for("ready")
        terminal.send("q")
        assert terminal.wait() == 3


def test_says_what_stands_there_instead_of_words_that_do_not_come() -> None:
    with program() as terminal, pytest.raises(TimeoutError, match="ready on"):
        terminal.wait_for("never", limit=0.5)


def test_counts_what_comes_while_nothing_is_pressed() -> None:
    with program() as terminal:
        terminal.wait_for("ready")
        terminal.settle()
        assert terminal.listen(0.2) == 0
        terminal.send("ab")
        assert terminal.listen(0.5) == 2 * len("\x1b[1;1HA")

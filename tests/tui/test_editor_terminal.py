"""An editor on a real terminal: it has the terminal to itself, and what the keyboard signals is meant for it."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tui.real_terminal import RealTerminal
from tests.tui.test_terminal_life import BASH, PROMPT, START, Place, begin, job_control


@dataclass(frozen=True)
class Desk(Place):
    """A place with an editor that says what it finds, and waits for a line of what it should leave."""

    @property
    def environment(self) -> dict[str, str]:
        path = self.book.parent / "editor"
        path.write_text(
            '#!/bin/sh\ntrap "" INT\necho "EDITING $(cat "$1")"\nstty -a | grep -qw icanon && echo COOKED\n'
            'while ! read -r line; do :; done\nprintf "%s\\n" "$line" > "$1"\n'
        )
        path.chmod(0o700)
        return super().environment | {"EDITOR": str(path)}


@pytest.fixture
def desk(sample: Path) -> Desk:
    return Desk(sample)


def test_an_editor_has_the_terminal_until_it_is_left(desk: Desk) -> None:
    with desk.swell() as terminal:
        begin(terminal)
        terminal.send("\x07")
        terminal.wait_for("EDITING called Ana about")
        terminal.wait_for("COOKED")
        assert terminal.is_sane
        terminal.send("\x03")
        terminal.send("called Ana about the move\n")
        terminal.wait_for("› called Ana about the move")
        terminal.wait_for("esc back")
        terminal.send(" +2w")
        terminal.wait_for("› called Ana about the move +2w")
        assert not [name for name in os.listdir(f"{desk.book}.d/drafts") if name.endswith(".txt")]


@job_control
def test_a_stop_in_the_editor_stops_both_and_fg_brings_the_editor_back(desk: Desk) -> None:
    with RealTerminal(BASH, desk.environment) as terminal:
        terminal.wait_for(PROMPT)
        terminal.send(START)
        begin(terminal)
        terminal.send("\x07")
        terminal.wait_for("EDITING called Ana about")
        terminal.send("\x1a")
        terminal.wait_for_stop()
        assert terminal.is_sane
        terminal.send("fg\n")
        terminal.settle()
        terminal.send("called Ana about the move\n")
        terminal.wait_for("› called Ana about the move")

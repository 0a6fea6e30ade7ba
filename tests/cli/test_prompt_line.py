"""Writing in the line of the prompt, as readline has it, letter by letter as letters are seen."""

import pytest

from cli.prompt.letters import clusters, glyphs, width
from cli.prompt.line import Line

FAMILY = "👨\u200d👩\u200d👧"


def written(text: str, *keys: str) -> str:
    """The line after some keys, with the cursor as a bar; a key in pointed brackets is none, but text."""
    line = Line(text)
    for key in keys:
        if key.startswith("<"):
            line.insert(key.strip("<>"))
        else:
            assert line.press(key)
    return f"{line.text[: line.cursor]}|{line.text[line.cursor :]}"


@pytest.mark.parametrize(
    ("text", "keys", "wanted"),
    [
        ("called Ana", ["left", "left", "<n>"], "called An|na"),
        ("called Ana", ["home", "<x>"], "x|called Ana"),
        ("called Ana", ["ctrl+a", "right", "delete"], "c|lled Ana"),
        ("called Ana", ["backspace"], "called An|"),
        ("called Ana", ["ctrl+w"], "called |"),
        ("called Ana tag:pyleeds", ["ctrl+w"], "called Ana |"),
        ("called Ana", ["ctrl+u"], "|"),
        ("called Ana", ["word left", "ctrl+k"], "called |"),
        ("called Ana", ["ctrl+w", "ctrl+w", "ctrl+y"], "called Ana|"),
        ("called Ana", ["home", "ctrl+k", "<x>", "ctrl+y"], "xcalled Ana|"),
        ("called Ana now", ["word left", "word left", "delete word"], "called | now"),
        ("a", ["home", "left", "backspace", "end", "right", "delete"], "a|"),
        ("", ["backspace", "delete", "ctrl+w", "ctrl+k", "ctrl+u", "ctrl+y"], "|"),
    ],
)
def test_what_the_keys_of_readline_do(text: str, keys: list[str], wanted: str) -> None:
    assert written(text, *keys) == wanted


@pytest.mark.parametrize(
    "letter", ["é", "e\u0301", FAMILY, "👋🏽", "❤\ufe0f", "🇵🇹", "한", "\u1112\u1161\u11ab", "क्षि"[:2]]
)
def test_a_letter_goes_whole_however_it_is_put_together(letter: str) -> None:
    assert clusters(f"a{letter}b") == ["a", letter, "b"]
    assert written(f"a{letter}", "backspace") == "a|"
    assert written(f"a{letter}b", "home", "right", "delete") == "a|b"
    assert written(f"a{letter}b", "left", "left", "<x>") == f"ax|{letter}b"


def test_two_flags_are_two_letters() -> None:
    assert clusters("🇵🇹🇸🇪") == ["🇵🇹", "🇸🇪"]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Ana", 3),
        ("李雷", 4),
        ("Łukasz", 6),
        ("e\u0301", 1),
        (FAMILY, 6),
        ("👋🏽", 2),
        ("❤\ufe0f", 1),
        ("🇵🇹", 2),
        ("\u0301", 1),
    ],
)
def test_what_is_shown_takes_the_same_cells_on_every_terminal(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize("text", ["\x1b[2J", "\x07", "a\u202eb", "\x9b31m", "\u2028", "\U000e0041"])
def test_nothing_that_is_shown_can_be_obeyed(text: str) -> None:
    shown = "".join(letter for letter, _ in glyphs(text))
    assert shown.isprintable()
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u2028")

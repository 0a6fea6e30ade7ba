"""The keyboard of the prompt: bytes as they come from terminals, whole or in pieces."""

import pytest

from cli.prompt.keys import KEY, PASTE, TEXT, Key, Keyboard

PASTED = b"\x1b[200~called Ana\rcoffee with Ben\r\x1b[201~"


def typed(*pieces: bytes) -> list[Key]:
    keyboard = Keyboard()
    return [key for piece in pieces for key in keyboard.feed(piece, 0.0)]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\r", "enter"),
        (b"\n", "enter"),
        (b"\t", "tab"),
        (b"\x7f", "backspace"),
        (b"\x08", "backspace"),
        (b"\x01", "ctrl+a"),
        (b"\x1a", "ctrl+z"),
        (b"\x00", "ctrl+`"),
        (b"\x1b[A", "up"),
        (b"\x1bOB", "down"),
        (b"\x1b[D", "left"),
        (b"\x1bOC", "right"),
        (b"\x1b[1;5C", "word right"),
        (b"\x1b[1;3D", "word left"),
        (b"\x1bOd", "word left"),
        (b"\x1bb", "word left"),
        (b"\x1b[H", "home"),
        (b"\x1b[1~", "home"),
        (b"\x1b[7~", "home"),
        (b"\x1bOF", "end"),
        (b"\x1b[4~", "end"),
        (b"\x1b[3~", "delete"),
        (b"\x1b[3;5~", "delete word"),
        (b"\x1b[Z", "shift+tab"),
        (b"\x1b\x7f", "ctrl+w"),
    ],
)
def test_a_key_has_one_name_whatever_the_terminal_sends(data: bytes, name: str) -> None:
    assert typed(data) == [(KEY, name)]
    assert typed(*(bytes([byte]) for byte in data)) == [(KEY, name)]


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b[15~",
        b"\x1b[2~",
        b"\x1b[5;2~",
        b"\x1b[[A",
        b"\x1b[?62;22c",
        b"\x1b[<35;10;4M",
        b"\x1b[27;5;9~",
        b"\x1b]11;rgb:0000/1111/2222\x07",
        b"\x1b]11;rgb:0000/1111/2222\x1b\\",
        b"\x1bP>|tmux 3.3a\x1b\\",
        b"\x1bq",
        b"\x1bOP",
    ],
)
def test_a_sequence_that_nobody_asked_for_is_swallowed_whole(data: bytes) -> None:
    assert typed(data + b"x") == [(TEXT, "x")]
    assert typed(*(bytes([byte]) for byte in data), b"x") == [(TEXT, "x")]


def test_esc_alone_is_a_key_once_nothing_follows() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"a\x1b", 0.0) == [(TEXT, "a")]
    assert keyboard.patience
    assert keyboard.give_up() == [(KEY, "esc")]
    assert keyboard.patience is None


def test_a_sequence_that_does_not_go_on_is_let_go() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b[1;", 0.0) == []
    assert keyboard.give_up() == []
    assert keyboard.feed(b"5C", 0.0) == [(TEXT, "5C")]


def test_esc_twice_is_esc_and_the_first_of_another() -> None:
    assert typed(b"\x1b\x1b[A") == [(KEY, "esc"), (KEY, "up")]


def test_bytes_that_are_no_text_become_a_sign() -> None:
    assert typed(b"S\xf8ren") == [(TEXT, "S\ufffdren")]
    assert typed("Søren 李".encode()) == [(TEXT, "Søren 李")]
    assert typed(*(bytes([byte]) for byte in "é".encode())) == [(TEXT, "é")]


def test_a_paste_is_one_key_with_all_that_is_in_it() -> None:
    wanted = [(PASTE, "called Ana\rcoffee with Ben\r")]
    assert typed(PASTED) == wanted
    assert typed(*(bytes([byte]) for byte in PASTED)) == wanted


def test_what_is_pasted_cannot_press_keys() -> None:
    assert typed(b"\x1b[200~a\x1b[A\x03\x1b\x1b[201~b") == [(PASTE, "a\x1b[A\x03\x1b"), (TEXT, "b")]


def test_a_paste_whose_end_does_not_come_is_ended_by_esc_after_a_silence() -> None:
    keyboard = Keyboard()
    assert keyboard.feed(b"\x1b[200~called Ana", 0.0) == []
    assert keyboard.pasting == "called Ana"
    assert keyboard.feed(b"\x1b", 0.2) == []
    assert keyboard.patience is None
    keyboard = Keyboard()
    keyboard.feed(b"\x1b[200~called Ana", 0.0)
    assert keyboard.feed(b"\x1b", 2.0) == [(PASTE, "called Ana")]

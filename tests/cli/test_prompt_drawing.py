"""What the prompt sends to the terminal: rows in place, and of them only what has changed."""

import pyte
import pytest

from cli.prompt.drawing import Drawing, Row
from cli.prompt.looks import COLOURS
from cli.prompt.picture import line_row
from tests.cli.prompt_terminal import UNICODE_LOOKS


class Screen:
    """A drawing on a terminal in which something stands already."""

    def __init__(self, columns: int = 40, rows: int = 6, *, only_ascii: bool = False) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.Stream(self.screen)
        self.drawing = Drawing(COLOURS, only_ascii=only_ascii)
        self.sent = ""

    def feed(self, text: str) -> None:
        self.sent = text
        self.stream.feed(text)

    def draw(self, *rows: str | Row, cursor: tuple[int, int] = (0, 0)) -> None:
        given = [[(row, "")] if isinstance(row, str) else row for row in rows]
        self.feed(self.drawing.draw(given, cursor, self.screen.columns))

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def cursor(self) -> tuple[int, int]:
        return self.screen.cursor.y, self.screen.cursor.x


def test_rows_are_drawn_where_the_cursor_is_and_leave_what_stands_above() -> None:
    seen = Screen()
    seen.feed("$ ls\r\n")
    seen.draw("one", "two", cursor=(0, 3))
    assert seen.lines[:4] == ["$ ls", "one", "two", ""]
    assert seen.cursor == (1, 3)
    seen.feed(seen.drawing.erase())
    assert seen.lines[:3] == ["$ ls", "", ""]
    assert seen.cursor == (1, 0)


def test_at_the_bottom_the_screen_makes_room() -> None:
    seen = Screen(rows=4)
    seen.feed("a\r\nb\r\nc\r\n$ ")
    seen.draw("one", "two", "three", cursor=(0, 0))
    assert seen.lines == ["c", "one", "two", "three"]
    assert seen.cursor == (1, 0)


def test_a_letter_at_the_end_sends_that_letter() -> None:
    seen = Screen()
    seen.draw("called An", "preview", cursor=(0, 9))
    seen.draw("called Ana", "preview", cursor=(0, 10))
    assert seen.sent == "a"
    seen.draw("called Ana", "preview", cursor=(0, 10))
    assert seen.sent == ""


def test_a_change_in_the_middle_sends_what_is_between() -> None:
    seen = Screen()
    seen.draw("first", "gave · call · Ana", cursor=(0, 5))
    seen.draw("first", "gave · chat · Ana", cursor=(0, 5))
    assert seen.lines[:2] == ["first", "gave · chat · Ana"]
    assert "Ana" not in seen.sent
    assert seen.cursor == (0, 5)


def test_rows_that_become_shorter_leave_nothing_behind() -> None:
    seen = Screen()
    seen.draw("called Ana", "gave", "keys", cursor=(0, 10))
    seen.draw("called", "", "keys", cursor=(0, 6))
    assert seen.lines[:3] == ["called", "", "keys"]
    seen.draw("called", cursor=(0, 6))
    assert seen.lines[:3] == ["called", "", ""]


def test_wide_letters_are_sent_again_whole() -> None:
    seen = Screen()
    seen.draw("met 李雷", cursor=(0, 8))
    seen.draw("met 李明x", cursor=(0, 9))
    assert seen.lines[0] == "met 李明x"
    assert seen.cursor == (0, 9)
    seen.draw("met a", cursor=(0, 5))
    assert seen.lines[0] == "met a"


def test_a_row_is_cut_where_the_window_ends() -> None:
    seen = Screen(columns=6, rows=3)
    seen.draw("12345李", "b", cursor=(1, 0))
    assert seen.lines[:2] == ["12345", "b"]


def test_where_only_ascii_can_be_shown_letters_keep_their_cells() -> None:
    seen = Screen(only_ascii=True)
    seen.draw("Łukasz 李", cursor=(0, 9))
    assert seen.sent.isascii()
    assert seen.lines[0] == "?ukasz ??"


@pytest.mark.parametrize("columns", [1, 2, 5, 12, 40])
def test_the_cursor_stays_in_view_in_a_line_that_is_longer_than_the_window(columns: int) -> None:
    text, offset = "called Ana about the studio in Leeds, 李雷 too", 0
    for cursor in (*range(len(text)), *range(len(text), -1, -1)):
        row, column, offset = line_row(text, cursor, offset, columns, UNICODE_LOOKS)
        assert 0 <= column < columns
        assert sum(width for width in (len(part) for part, _ in row)) <= columns + 2

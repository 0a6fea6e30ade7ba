"""Marks: one by one, a range that follows the cursor, all; a row that is gone loses its mark."""

from tui.marks import Marks

ROWS = ["a", "b", "c", "d", "e"]


def test_a_mark_is_put_and_taken_away() -> None:
    marks = Marks()
    assert not marks
    marks.turn("b")
    marks.turn("d")
    assert marks.among(ROWS, "a") == ["b", "d"]
    marks.turn("b")
    assert marks.among(ROWS, "a") == ["d"]


def test_a_range_follows_the_cursor_both_ways_and_stays_when_it_ends() -> None:
    marks = Marks()
    marks.turn_range(ROWS, "c")
    assert marks.follows
    assert marks.among(ROWS, "e") == ["c", "d", "e"]
    assert marks.among(ROWS, "b") == ["b", "c"]
    marks.turn_range(ROWS, "b")
    assert not marks.follows
    assert marks.among(ROWS, "e") == ["b", "c"]


def test_all_then_none() -> None:
    marks = Marks()
    marks.turn("a")
    marks.turn_all(ROWS)
    assert marks.among(ROWS, "a") == ROWS
    marks.turn_all(ROWS)
    assert not marks


def test_a_row_that_is_gone_loses_its_mark_and_ends_its_range() -> None:
    marks = Marks()
    marks.turn_all(ROWS)
    marks.turn_range(ROWS, "c")
    marks.keep(["a", "e"])
    assert not marks.follows
    assert marks.among(ROWS, "a") == ["a", "e"]

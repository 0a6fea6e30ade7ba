"""Text on its way into a widget: made safe, measured in cells, cut with a sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.glyphs import ASCII, UNICODE
from tui.text import Span, cut, fitted, joined, line, plain, width_of
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides, column_widths, drawn


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("Ana Lopez", "Ana Lopez"),
        ("[/]", "[/]"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("two\nlines", "two lines"),
        ("\u202eevil", "\ufffdevil"),
    ],
)
def test_a_span_holds_nothing_that_a_terminal_would_obey(given_text: str, shown: str) -> None:
    assert Span(given_text).text == shown
    assert plain(line(given_text)) == shown


@pytest.mark.parametrize(
    ("text", "width", "kept"),
    [
        ("gym list", 8, "gym list"),
        ("gym list", 7, "gym li…"),
        ("gym list", 5, "gym…"),
        ("渡辺直美", 8, "渡辺直美"),
        ("渡辺直美", 7, "渡辺直…"),
        ("渡辺直美", 6, "渡辺…"),
        ("gym", 0, ""),
    ],
)
def test_what_is_cut_ends_in_a_sign(text: str, width: int, kept: str) -> None:
    assert plain(cut(text, width)) == kept


@given(st.text(max_size=30), st.integers(0, 40), st.sampled_from(["left", "right"]))
def test_fitted_words_take_exactly_the_cells_asked_for(text: str, width: int, align: str) -> None:
    shown = fitted(line(Span(text, "muted"), "·"), width, "right" if align == "right" else "left")
    assert cell_len(plain(shown)) == width


def test_parts_are_joined_with_something_between() -> None:
    assert plain(joined(["gave", Span("call", "accent")], " · ")) == "gave · call"


@pytest.mark.parametrize(
    ("width", "widths"),
    [(80, (18, 42, 9, 8)), (45, (18, 16, 9, 0)), (34, (18, 15, 0, 0)), (30, (18, 11, 0, 0))],
)
def test_columns_are_dropped_in_their_order_before_the_flexible_one_gets_too_small(
    width: int, widths: tuple[int, ...]
) -> None:
    columns = (Column(18), Column(), Column(9, "right", drop=1), Column(8, drop=2))
    assert column_widths(columns, width) == widths


@given(st.lists(st.text(max_size=12), min_size=4, max_size=4), st.integers(20, 100))
def test_every_shape_fills_its_width(words: list[str], width: int) -> None:
    columns = (Column(9), Column(), Column(9, "right", drop=1), Column(8, drop=2))
    shapes: list[Shape] = [words[0], Sides(words[0] + words[1], words[2]), Cells(columns, tuple(words)), Rule(words[3])]
    for shape in shapes:
        for glyphs in (UNICODE, ASCII):
            assert width_of(drawn(shape, width, glyphs)) in {width, width - 1}


def test_the_right_side_gives_way_before_the_left_one_is_lost() -> None:
    sides = Sides("Sunday 22 November", "7 today, 2 of them promises")
    assert plain(drawn(sides, 80, UNICODE)).endswith("2 of them promises")
    narrow = plain(drawn(sides, 40, UNICODE))
    assert narrow.startswith(" Sunday 22 November")
    assert narrow.endswith("…")

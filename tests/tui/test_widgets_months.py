"""The months as they are drawn: what went out and what came back, one above the other, on one scale."""

import pytest

from tui.glyphs import ASCII, UNICODE, Glyphs
from tui.text import plain, width_of
from tui.widgets.months import MonthView, months_lines

YEAR = tuple(MonthView(name, out, back) for name, out, back in (("Oct", 8, 0), ("Nov", 12, 3), ("Dec", 1, 16)))


@pytest.mark.parametrize(
    ("glyphs", "out", "back"),
    [
        (UNICODE, " out  ▄▄▄▄▄  8 ▆▆▆▆▆ 12 ▁▁▁▁▁  1 ", " back        · ▂▂▂▂▂  3 █████ 16 "),
        (ASCII, " out  :::::  8 ||||| 12 .....  1 ", " back        - .....  3 ##### 16 "),
    ],
)
def test_a_bar_and_a_number_for_each_month(glyphs: Glyphs, out: str, back: str) -> None:
    lines = [plain(one) for one in months_lines(YEAR, 40, glyphs)]
    assert lines == [out, back, "      Oct      Nov      Dec"]


@pytest.mark.parametrize("width", [0, 5, 12, 13, 20, 78, 118])
@pytest.mark.parametrize("most", [0, 7, 4321])
def test_as_many_of_the_newest_months_as_fit(width: int, most: int) -> None:
    year = tuple(MonthView(f"M{at:02}", most, at) for at in range(12))
    lines = months_lines(year, width, UNICODE)
    assert all(width_of(one) <= width for one in lines)
    shown = plain(lines[2]).split() if lines else []
    assert shown == [one.name for one in year][12 - len(shown) :]
    assert len(shown) == min(12, max(0, (width - 7) // 6))

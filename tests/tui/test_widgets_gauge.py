"""The gauge, the top line and the chart, in Unicode and in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from tests.tui.widget_host import Host, lines_of
from tui.glyphs import ASCII, UNICODE, Glyphs
from tui.text import Span, plain, width_of
from tui.widgets.chart import Chart, ChartView, chart_lines, scale_top
from tui.widgets.gauge import BigGauge, BigGaugeView, GaugeView, ShortGauge, gauge_cells, short_gauge
from tui.widgets.shapes import Sides
from tui.widgets.top import TopLine

PLACES = ("Today", "People", "Intros", "Ledger", "Momentum")


@pytest.mark.parametrize(
    ("view", "unicode", "ascii_"),
    [
        (GaugeView(), "▕      ▏   ▏  0", "[......|...]  0"),
        (GaugeView(0, 9, 60, "building"), "▕▒     ▏   ▏  0 ↗ +9", "[+.....|...]  0 / +9"),
        (GaugeView(56, 9, 60, "building"), "▕█████▋▒   ▏ 56 ↗ +9", "[#####=+...] 56 / +9"),
        (GaugeView(30, 0, 60, "fading"), "▕███   ▏   ▏ 30 ↘", "[###...|...] 30 \\"),
        (GaugeView(50, 20, 60, "holding"), "▕█████▒▏   ▏ 50 → +20", "[#####+|...] 50 - +20"),
        (GaugeView(83, 0, 60, "rolling on"), "▕██████▏█▎ ▏ 83 ~", "[######|#=.] 83 ~"),
        (GaugeView(71, 0, 60, "rolling on", "three weeks: 4 points"), "▕███████▏  ▏ 71 ~ !", "[#######=..] 71 ~ !"),
        (GaugeView(known=False), "▕      ▏   ▏", "[......|...]"),
        (GaugeView(146, 3, 60, "holding"), "▕██████▏███▏146 → +3", "[######|###]146 - +3"),
    ],
)
def test_the_gauge_shows_now_the_pipe_and_the_aim(view: GaugeView, unicode: str, ascii_: str) -> None:
    assert plain(short_gauge(view, UNICODE)) == unicode
    assert plain(short_gauge(view, ASCII)) == ascii_


@given(st.floats(0, 500), st.floats(0, 100), st.floats(0, 100), st.integers(1, 90))
def test_a_gauge_has_as_many_cells_as_asked_for(value: float, pipe: float, aim: float, cells: int) -> None:
    for glyphs in (UNICODE, ASCII):
        assert width_of(gauge_cells(GaugeView(value, pipe, aim), cells, glyphs)) == cells


@given(st.floats(0, 98), st.floats(0.5, 100))
def test_what_is_in_the_pipe_is_seen_or_the_gauge_has_its_mark_there(value: float, pipe: float) -> None:
    shown = plain(gauge_cells(GaugeView(value, pipe), 10, ASCII))
    assert "+" in shown or shown[-1] in "=#"


@pytest.mark.parametrize(
    ("width", "glyphs", "shown"),
    [
        (80, UNICODE, " Swell  1 Today▸2 People 3 Intros 4 Ledger 5 Momentum      ▕█████▋▒   ▏ 56 ↗ +9"),
        (72, UNICODE, " 1 Today▸2 People 3 Intros 4 Ledger 5 Momentum     ▕█████▋▒   ▏ 56 ↗ +9"),
        (60, UNICODE, " 1▸2 People 3 4 5                      ▕█████▋▒   ▏ 56 ↗ +9"),
        (40, UNICODE, " 1▸2 People 3 4 5  ▕█████▋▒   ▏ 56 ↗ +9"),
        (40, ASCII, " 1>2 People 3 4 5  [#####=+...] 56 / +9"),
    ],
)
async def test_the_top_line_gives_up_words_before_the_gauge(width: int, glyphs: Glyphs, shown: str) -> None:
    top = TopLine(PLACES, 1, GaugeView(56, 9, 60, "building"), glyphs=glyphs)
    async with Host(top).run_test(size=(width, 5)):
        parts = [lines_of(part)[0].ljust(part.size.width) for part in (top.places_part, top.gauge_part)]
        assert "".join(parts).rstrip() == shown


async def test_a_give_draws_only_the_gauge_again() -> None:
    class Counting(ShortGauge):
        asked: list[Region]

        def refresh(
            self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
        ) -> "Counting":
            self.asked = [*getattr(self, "asked", []), *(regions or (Region(),))]
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    gauge = Counting()
    async with Host(gauge).run_test(size=(80, 3)):
        gauge.view = GaugeView(56, 9, 60, "building")
        gauge.asked = []
        gauge.view = GaugeView(56, 13, 60, "building")
        assert gauge.asked == [Region(19, 0, 2, 1)]
        gauge.asked = []
        gauge.view = GaugeView(56, 13, 60, "building")
        assert gauge.asked == []


async def test_a_title_takes_the_place_of_the_places() -> None:
    top = TopLine(PLACES, 0)
    async with Host(top).run_test(size=(80, 3)):
        top.title = "Review   3 of 7"
        assert lines_of(top.places_part)[0] == " Review   3 of 7"
        top.title = ""
        assert "1 Today" in lines_of(top.places_part)[0]


async def test_the_big_gauge_has_the_aim_under_its_mark() -> None:
    big = BigGauge()
    async with Host(big).run_test(size=(80, 5)):
        big.view = BigGaugeView(
            GaugeView(56, 9, 60), Sides("56 of 100", "full is 6 points a week"), Span("65 on 30 Nov if you stop")
        )
        head, gauge, scale = lines_of(big)
        assert head.startswith(" 56 of 100")
        assert gauge[scale.index("▲")] == "▏"
        assert "now 56" in scale
        assert scale.endswith("65 on 30 Nov if you stop")
        big.view = BigGaugeView(GaugeView(84, 0, 60))
        _, gauge, scale = lines_of(big)
        assert "now 84" in scale[scale.index("aim 60") :]
        assert gauge[scale.index("now 84") + 2] in UNICODE.eighths + UNICODE.full
        big.view = BigGaugeView(GaugeView(64, 9, 40), "", Span("73 on 30 Nov if you stop"))
        assert lines_of(big)[2].index("aim 40") < lines_of(big)[2].index("now 64")
        big.view = BigGaugeView(GaugeView(140, 9, 90), "", Span("149 on 30 Nov if you stop"))
        assert lines_of(big)[2].index("now 140") < lines_of(big)[2].index("aim 90")


@pytest.mark.parametrize(("highest", "top"), [(0.5, 20), (20, 20), (21, 40), (56, 60), (100, 100), (101, 150)])
def test_the_scale_ends_on_a_round_number(highest: float, top: int) -> None:
    assert scale_top(highest) == top


YEAR = ChartView(
    values=tuple(float(day) for day in range(60)),
    ahead=(60.0, 58.0, 55.0),
    gives=tuple(3.0 if day == 10 else 0.0 for day in range(60)),
    returns=tuple(day == 20 for day in range(60)),
    paused=tuple(40 <= day < 44 for day in range(60)),
    day=50,
)


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII], ids=["unicode", "ascii"])
def test_the_chart_rises_with_its_values(glyphs: Glyphs) -> None:
    lines = [plain(line) for line in chart_lines(YEAR, 80, 9, glyphs)]
    assert len(lines) == 9
    assert lines[0].startswith(" 60")
    curve = lines[:6]
    starts = [min((at for at, letter in enumerate(row[4:]) if letter not in " │|"), default=99) for row in curve]
    assert starts == sorted(starts, reverse=True)
    assert sum(letter != " " for letter in lines[7][4:]) == 1
    assert sum(letter != " " for letter in lines[8][4:]) == 1
    assert glyphs.paused in lines[5]


@pytest.mark.parametrize("width", [30, 60, 80, 130, 200])
@pytest.mark.parametrize("level", [0.0, 50.0])
def test_a_pause_is_shaded_without_a_gap(width: int, level: float) -> None:
    view = ChartView(values=(level,) * 60, paused=tuple(20 <= day < 34 for day in range(60)))
    shaded = next(row for row in map(plain, chart_lines(view, width, 9, UNICODE)[5::-1]) if UNICODE.paused in row)
    assert UNICODE.paused * shaded.count(UNICODE.paused) in shaded
    assert shaded.count(UNICODE.paused) == pytest.approx((width - 6) * 14 / 60, abs=4)


def test_a_chart_without_room_or_values_is_no_chart() -> None:
    assert chart_lines(YEAR, 12, 9, UNICODE) == ()
    assert chart_lines(YEAR, 80, 4, UNICODE) == ()
    assert chart_lines(ChartView(), 80, 9, UNICODE) == ()


@given(
    st.lists(st.floats(0, 300), min_size=1, max_size=120), st.integers(0, 20), st.integers(20, 130), st.integers(5, 12)
)
def test_a_chart_of_anything_fits(values: list[float], ahead: int, width: int, height: int) -> None:
    view = ChartView(tuple(values), (1.0,) * ahead, tuple(values), tuple(value > 100 for value in values))
    for line in chart_lines(view, width, height, UNICODE):
        assert width_of(line) <= width


async def test_in_ascii_mode_chart_and_gauge_are_ascii() -> None:
    chart, big = Chart(glyphs=ASCII), BigGauge(glyphs=ASCII)
    async with Host(big, chart).run_test(size=(80, 14)):
        chart.view = YEAR
        big.view = BigGaugeView(GaugeView(56, 9, 60), Sides("56 of 100"), "65 on 30 Nov")
        text = "".join(lines_of(chart) + lines_of(big))
        assert "*" in text
        assert all(" " <= letter <= "~" for letter in text)

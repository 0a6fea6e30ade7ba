"""The Momentum place: the answers, a past day, a rhythm on trial, other settings, a pause, an hour at rest."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget

from domain.model import Interaction, Pause
from domain.momentum.gauge import gauge
from domain.settings import Settings
from screenshots.take import NOW
from tests.tui.desk_host import SMALL, WIDE, Clock, User, ascii_settings, process, swell_on
from tui.widgets.lineview import LineView

ANSWERS = ("▸Why 57", "▸If I stop", "▸To reach 60", "▸Rhythm", "▸Months", "▸Days")


def numbers(user: User) -> list[float]:
    """The shares that are on the screen, the sum last."""
    rows = [line for line in user.lines[15:] if "together" in line or line[24:33].endswith(("act", "acts"))]
    return [float(row[33:41]) for row in rows]


async def test_tab_goes_through_the_answers(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5")
        assert "57 of 100   building: +9 in two weeks" in user.lines[2]
        for answer in [*ANSWERS, ANSWERS[0]]:
            assert answer in user.screen
            await user.press("tab")
        await user.press("shift+tab")
        assert ANSWERS[0] in user.screen


async def test_w_parts_the_number_by_kind_week_act_and_circle_and_it_always_adds_up(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("5")
        for by in ("", "by week", "by act", "by circle", ""):
            assert by in user.line("together")
            *shares, together = numbers(user)
            assert sum(shares) == pytest.approx(together, abs=1e-9)
            assert together == pytest.approx(user.app.desk.gauge().value, abs=0.05)
            await user.press("w")
        await user.press("tab", "w")
        assert ANSWERS[0] in user.screen


async def test_a_past_day_is_replayed_with_its_gauge_and_its_reasons(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5", "h", "h", "left")
        await user.pilot.pause(0.1)
        day = NOW.today - timedelta(days=3)
        momentum, moment = user.app.desk.past(day)
        value = momentum.gauge(moment).value
        assert user.line("gauge").startswith(f" Thu 19 Nov · gauge {round(value)} · ")
        assert f" {round(value)} of 100" in user.lines[2]
        assert f"▸Why {round(value)}" in user.screen
        assert numbers(user)[-1] == pytest.approx(value, abs=0.05)
        await user.press("tab")
        assert "if you stop" not in user.lines[5]
        await user.press("escape")
        assert " twelve weeks" in user.screen
        assert "57 of 100" in user.lines[2]


async def test_every_answer_is_that_of_the_day_looked_at(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("5", *["tab"] * 3)
        await user.hurry(*["h"] * 40)
        await user.pilot.pause(0.1)
        desk, day = user.app.desk, NOW.today - timedelta(days=40)
        past, now = desk.past(day), (desk.momentum(), desk.moment())
        week, months = desk.notes(*past)[0], desk.months(*past)
        assert week != desk.notes(*now)[0]
        assert week[:60] in user.screen
        await user.press("tab")
        assert "November 2026" not in user.screen
        assert f"{months[0][-1].gives} gives" in user.line("October 2026")
        assert months[1].returns < desk.months(*now)[1].returns
        assert months[1].words in user.screen
        await user.press("y", "tab")
        assert user.app.clipboard == f"{months[1].sentence}."
        assert week[:60] in user.screen
        await user.press("escape", "shift+tab")
        assert "November 2026" in user.screen


async def test_the_days_go_back_a_year_and_the_chart_goes_with_them(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5", "l")
        assert " twelve weeks" in user.screen
        await user.press("minus", "minus", "minus")
        assert " twelve months" in user.screen
        assert "╵Jan" in user.screen
        await user.press("plus", "plus", "plus", "plus", "plus")
        assert " a week" in user.lines[5]
        await user.hurry(*["h"] * 8)
        assert user.lines[5].startswith(" Sat 14 Nov · ")
        await user.press("plus")
        assert " a week" in user.lines[5]
        await user.hurry(*["h"] * 400)
        assert user.lines[5].startswith(" 17 Nov 2025 · ")


async def test_up_and_down_try_a_rhythm_that_shows_on_the_chart(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5")
        before = user.lines[6:12]
        await user.press("up")
        assert user.lines[5].startswith(" 7 points a week: ")
        assert "settles at 117" in user.lines[5]
        assert user.lines[6:12] != before
        await user.press("up", "down", "down")
        assert user.lines[5].startswith(" 6 points a week: ")
        await user.hurry(*["down"] * 9)
        assert user.lines[5].startswith(" no points a week: ")
        await user.press("escape")
        assert user.lines[6:12] == before
        await user.press("h", "up")
        assert user.lines[5].startswith(" 7 points a week: ")


async def test_y_copies_the_answer_in_a_sentence(sample: Path) -> None:
    sentences = (
        "Momentum 57 of 100, building.",
        "If you stop, it still rises to ",
        "60 by 17 Jan 2027 takes ",
        "60 holds with a call, a message and a smile a week; from there four quiet weeks cost ",
        "From a give to a return: ",
        "In seven days you gave ",
    )
    async with swell_on(sample) as user:
        await user.press("5")
        for words in sentences:
            await user.press("y")
            assert user.app.clipboard.startswith(words)
            assert user.app.clipboard.endswith(".")
            await user.press("tab")
        await user.press("Y")
        assert all(words in user.app.clipboard for words in sentences)


async def test_months_and_the_lag_are_told_without_a_cause(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("5", *["tab"] * 4)
        assert "that says when, not why." in user.screen
        assert "17 came back" in user.line("November 2026")
        assert "gives" in user.line("October 2026")


async def test_the_calendar_takes_the_place_of_the_answers_where_there_is_little_room(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5")
        assert not user.line(" Sun ")
        await user.press("shift+tab")
        for weekday in ("Mon", "Sun"):
            assert set(user.line(f" {weekday} ")[5:]) <= set(" ·▅█▒JFMASOND")
        assert "introduction" not in user.screen
        await user.pilot.resize_terminal(*WIDE)
        await user.pilot.pause()
        await user.press("w")
        assert "introduction" in user.line(" Mon ")
        await user.pilot.resize_terminal(60, 15)  # a chart that finds no room leaves it to the answer
        await user.pilot.pause()
        assert "┤" not in user.screen
        assert "together" in user.screen


async def test_other_settings_are_tried_and_nothing_of_them_is_kept(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5", "e")
        assert user.lines[0].startswith(" Your rhythm")
        assert "What holds stands in config.toml" in user.screen
        await user.press("plus")
        await user.until("stays at")
        assert "Today's number stays at 57; the aim moves to 33." in user.screen
        assert '[momentum]  mode = "in a job"  aim = 33' in user.screen
        await user.press("y")
        assert user.app.clipboard == '[momentum]\nmode = "in a job"\naim = 33\n'
        await user.press("minus", "j", "j", "plus", "plus")
        await user.until("full = 7")
        assert "Today's number goes from 57 to 49" in user.screen
        await user.press("escape")
        assert "57 of 100" in user.lines[2]
        await user.press("e")
        assert "What holds stands in config.toml" in user.screen


async def test_a_weight_tells_the_past_anew(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5", "e", "G")
        assert user.under_cursor.startswith("introduction")
        await user.press("plus", "plus")
        await user.until("introduction = 5")
        assert "Today's number goes from 57 to" in user.screen
        assert "that of four weeks ago from" in user.screen
        assert "4 now" in user.line("introduction  ")


async def test_a_pause_is_set_shown_ended_and_taken_back(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = len(user.book.pauses)
        await user.press("5", "e", "j", "j", "j", "enter")
        assert "── pause" in user.screen
        await user.write("until 3 dec")
        assert user.news == "a pause today to Thu 3 Dec · u takes it back"
        assert "until Thu 3 Dec; enter ends it" in user.screen
        assert len(user.book.pauses) == before + 1
        await user.press("enter")
        assert user.news.startswith("the pause has ended")
        await user.press("u", "u")
        assert len(user.book.pauses) == before


async def test_the_offer_to_raise_full_is_made_once(sample: Path) -> None:
    async with swell_on(sample, settings=Settings(full=1)) as user:
        await user.press("5", "tab", "tab", "tab")
        assert "in reserve" in user.lines[2]
        assert "Four weeks above 120: full = " in user.screen
        await user.press("x")
        assert user.news == "full stays at 1 point a week · u takes it back"
        assert "Four weeks above 120" not in user.screen
        await user.press("x", "u")
        assert "Four weeks above 120: full = " in user.screen
        assert "e tries it, x drops the offer" in user.screen
        await user.press("h")
        await user.pilot.pause(0.1)
        assert "Four weeks above 120: full = " in user.screen
        assert "e tries it" not in user.screen


async def test_help_explains_the_gauge_with_the_numbers_of_the_user_on_one_screen(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("5", "question_mark", "tab")
        assert user.lines[0].startswith(" The gauge")
        for words in ("57 now", "The aim, 60, is only a mark", "Hall 2019", "A choice, not a finding"):
            assert words in user.screen
        await user.press("j")
        assert "Giving is energy" in user.screen
        await user.press("tab")
        assert user.lines[0].startswith(" The capture line")
        await user.press("escape", "1", "question_mark", "tab")
        assert user.lines[0].startswith(" The capture line")


async def test_a_give_moves_the_hatched_part_at_once_and_the_solid_part_follows(sample: Path) -> None:
    clock = Clock()
    async with swell_on(sample, clock=clock) as user:
        await user.press("5")
        solid = user.lines[3].count("█")
        hatched = user.lines[3].count("▒")
        await user.press("c")
        await user.write("introduced @Zed to @Yan")
        assert user.lines[3].count("█") == solid
        assert user.lines[3].count("▒") > hatched
        clock.move_on(timedelta(days=6))
        user.app.tick()
        await user.pilot.pause()
        assert user.lines[3].count("█") > solid
        for _ in range(8):  # the gauge falls by itself; what is said of it is always of the number that is shown
            clock.move_on(timedelta(hours=60))
            user.app.tick()
            await user.pilot.pause()
            number = user.lines[2].split()[0]
            assert f"▸Why {number} " in user.screen
            assert f" {number} " in user.lines[0][60:]


async def test_a_quiet_spell_shows_in_the_header_in_the_inbox_and_among_the_answers(sample: Path) -> None:
    clock = Clock()
    clock.move_on(timedelta(days=24))
    async with swell_on(sample, clock=clock, settings=Settings(cap=3)) as user:
        await user.press("G")
        assert "a quiet spell: three weeks: " in user.screen
        for place in (
            "1",
            "r",
            "escape",
            "2",
            "enter",
            "escape",
            "3",
            "4",
            "enter",
            "escape",
            "question_mark",
            "escape",
        ):
            await user.press(place)
            assert user.lines[0].endswith(" !"), place
        await user.press("5")
        assert "A quiet spell. Three weeks: " in user.screen


async def test_in_an_hour_at_rest_next_to_nothing_is_drawn(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    cells = 0
    refresh = Widget.refresh

    def counting(widget: Widget, *regions: Region, **options: bool) -> Widget:
        nonlocal cells
        if isinstance(widget, LineView):
            cells += sum(region.area for region in regions or (widget.size.region,))
        return refresh(widget, *regions, **options)

    async with swell_on(sample, clock=clock) as user:
        await user.press("5")
        monkeypatch.setattr(Widget, "refresh", counting)
        for _ in range(120):
            clock.move_on(timedelta(seconds=30))
            user.app.tick()
            await user.pilot.pause()
        assert cells < 60


async def test_an_empty_place_says_what_starts_it(tmp_path: Path) -> None:
    async with swell_on(tmp_path / "book.json") as user:
        await user.press("5")
        assert "nothing given yet" in user.screen
        assert "c writes the first line" in user.screen
        await user.press("tab", "h", "up", "w", "e", "escape", "y")
        assert user.app.clipboard == "Momentum 0 of 100."


def odd_times() -> Iterable[Interaction]:
    """Gives at times that trip programs up."""
    for number, at in enumerate(
        (
            "2026-11-22T08:30:00+00:00",
            "2026-11-22T08:30:00+00:00",
            "2026-10-25T01:30:00+01:00",
            "2026-10-25T01:30:00+00:00",
            "2001-01-01T00:00:00+00:00",
            "2099-01-01T00:00:00+00:00",
            "2026-11-23T08:00:00+14:00",
        )
    ):
        yield Interaction(id=f"{10**21 + number}", at=at, direction="gave", kind="call")


async def test_gives_at_odd_times_are_simply_right(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    acts = list(odd_times())
    process(path).put("odd", *acts, Pause(id="9" * 22, first="2026-13-45", last="never"))
    async with swell_on(path) as user:
        await user.press("5")
        value = gauge(acts, NOW, Settings()).value
        assert f" {round(value)} of 100" in user.lines[2]
        for _ in range(6):
            await user.press("tab", "w", "h", "minus", "up")
        assert "▸5 Momentum" in user.lines[0]


@pytest.mark.parametrize("size", [SMALL, WIDE, (40, 10), (60, 15)], ids=str)
async def test_the_place_fits_its_terminal_whatever_is_shown(sample: Path, size: tuple[int, int]) -> None:
    async with swell_on(sample, size=size) as user:
        await user.press("5")
        for _ in ANSWERS:
            await user.press("tab", "h", "up")
            assert len(user.lines) == size[1]
            assert max(map(len, user.lines)) <= size[0]


async def test_with_ascii_no_character_is_above_126(sample: Path) -> None:
    async with swell_on(sample, settings=ascii_settings(), size=WIDE) as user:
        await user.press("5")
        names = {letter for contact in user.book.contacts.values() for letter in contact.name}
        texts = {letter for one in user.book.interactions.values() for letter in one.text}
        for key in ("tab", "tab", "tab", "tab", "tab", "w", "w", "w", "h", "up", "minus", "minus", "e"):
            await user.press(key)
            assert {letter for letter in user.screen if letter > "~"} <= names | texts

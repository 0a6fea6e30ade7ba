"""Triage by keys: several items at once, the last action again, undo, other writers, clocks that jump."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.agreed import Edit
from domain.book import Remove, Work
from domain.model import FollowUp
from domain.moment import Moment
from tests.tui.desk_host import UNMATCHED, WIDE, Clock, User, ascii_settings, process, swell_on
from tui.widgets.rows import Row, RowList


def rows(user: User) -> list[Row]:
    """The rows of the list in view that the cursor can stand on."""
    return [row for row in user.app.screen.query_one(RowList).rows if not row.skip]


def marked(user: User) -> int:
    return sum(row.marked for row in rows(user))


def struck(user: User) -> int:
    return sum(row.struck for row in rows(user))


def gym_list(path: Path) -> FollowUp:
    return next(one for one in process(path).desk.book.follow_ups.values() if one.text == "the gym list")


async def test_done_as_proposed_takes_two_keys_and_a_call_with_a_follow_up_four(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("d", "enter")
        assert user.news == "+3 · sent Ana the gym list · u takes it back"
        assert user.under_cursor.startswith("Ben Okafor")

        before = set(user.book.follow_ups)
        await user.press("d", "down", "tab", "enter")
        assert "called Ben" in user.news
        assert user.under_cursor.startswith("Daria Kowalczyk")
        newest = max(user.book.interactions.values(), key=lambda one: one.id)
        due = next(one for id_, one in user.book.follow_ups.items() if id_ not in before)
        assert (newest.kind, due.due, due.state) == ("call", "2026-12-06", "open")
        assert newest.people == due.people
        assert "▸1 Today" in user.lines[0]


async def test_the_next_item_is_under_the_cursor_before_the_last_is_on_disk(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.hurry("S", "S", "S")
        assert user.under_cursor.startswith("May Tanaka")
        await user.hurry()
        assert struck(user) == 3
        assert len(user.book.snoozes) == 3
        await user.press("u", "u", "u")
        assert user.under_cursor.startswith("Ana Lopez")


async def test_what_was_triaged_is_on_disk_when_the_app_is_left_or_the_step_undone(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.hurry("x", "S", "u")
        await user.until("taken back: later: Ben Okafor")
        await user.hurry("S", "q")
        for _ in range(100):
            if not user.app.is_running:
                break
            await asyncio.sleep(0.05)
        assert not user.app.is_running
    assert len(process(sample).desk.book.snoozes) == 1
    assert gym_list(sample).state == "dropped"


async def test_space_marks_and_one_key_is_for_all_marked_in_one_step(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("space", "j", "space")
        assert marked(user) == 2
        assert "two marked · 7 today" in user.lines[2]
        assert user.lines[3].endswith("●")
        assert user.under_cursor.startswith("May Tanaka")

        await user.press("S")
        assert user.news == "two items later, Mon 23 Nov · u takes it back"
        assert (marked(user), struck(user)) == (0, 2)
        assert user.under_cursor.startswith("May Tanaka")
        assert "later, Mon 23 Nov" in user.lines[3]
        assert len(user.book.snoozes) == 2

        await user.press("u")
        assert struck(user) == 0
        assert user.under_cursor.startswith("Ana Lopez")
        assert not user.book.snoozes


async def test_a_range_follows_the_cursor_until_a_key_ends_it(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("j", "v", "j", "j")
        assert "three marked, v ends the range" in user.lines[2]
        await user.press("k")
        assert marked(user) == 2
        await user.press("v", "j", "j", "j")
        assert (marked(user), "two marked ·" in user.lines[2]) == (2, True)
        await user.press("escape")
        assert marked(user) == 0
        assert "marked" not in user.lines[2]

        await user.press("g", "v", "j", "x")
        assert user.news == "two items dropped · u takes it back"
        assert user.under_cursor.startswith("Daria Kowalczyk")


async def test_all_are_marked_and_done_as_proposed_with_an_interaction_each(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        before = set(user.book.interactions)
        await user.press("asterisk")
        assert "seven marked" in user.lines[2]
        await user.press("asterisk")
        assert marked(user) == 0
        await user.press("space", "space", "d")
        assert "done, two marked: each as proposed" in user.screen
        assert "sent Ana the gym list · helped Ben: a word with Priya" in user.screen
        await user.press("enter")
        assert "two items done" in user.news
        made = sorted(user.book.interactions.keys() - before)
        assert [user.book.interactions[id_].raw for id_ in made] == [
            "sent Ana the gym list",
            "helped Ben: a word with Priya",
        ]
        assert "sent Ana the gym list" in user.lines[3]
        await user.press("u")
        assert set(user.book.interactions) == before
        assert struck(user) == 0


async def test_other_words_and_a_date_for_all_marked(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("space", "space", "d", "up", "up", "tab")
        assert "› met each +2w" in user.screen
        assert "met Ana +2w · met Ben +2w" in user.screen
        await user.press("ctrl+u")
        await user.write("coffee with Ana and Ben")
        newest = max(user.book.interactions.values(), key=lambda one: one.id)
        assert len(newest.people) == 2
        assert {
            one.state for one in user.book.follow_ups.values() if one.text in ("the gym list", "a word with Priya")
        } == {"done"}


async def test_what_changed_meanwhile_is_left_out_and_said(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("space", "space", "d")
        other = process(sample)
        other.desk.drop(next(item for item in other.desk.inbox().today if "the gym list" in item.reason))
        await user.press("enter")
        assert "one item done; one item left out: This promise was closed meanwhile." in user.news
        assert "sent Ana the gym list" not in {one.raw for one in user.book.interactions.values()}


async def test_marks_stay_while_the_list_is_derived_anew_and_go_with_their_row(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("space", "space")
        other = process(sample)
        other.desk.drop(next(item for item in other.desk.inbox().today if "the gym list" in item.reason))
        await user.until("one marked")
        assert marked(user) == 1
        assert struck(user) == 1
        assert user.under_cursor.startswith("Daria Kowalczyk")


async def test_marks_are_seen_without_colour_and_in_ascii(sample: Path) -> None:
    async with swell_on(sample, settings=ascii_settings()) as user:
        await user.press("space")
        assert user.lines[3].startswith(" Ana Lopez")
        assert user.lines[3].endswith("*")
        assert all(ord(letter) < 127 for letter in user.lines[3])


async def test_the_last_action_is_done_again(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        assert "again" not in {one.binding.action for one in user.app.screen.active_bindings.values()}
        await user.press("s", *"2w", "enter", "full_stop")
        assert user.news == "later, Sun 6 Dec · u takes it back"
        assert [one.until for one in user.book.snoozes.values()] == ["2026-12-06", "2026-12-06"]
        await user.press("x", "full_stop")
        assert struck(user) == 4
        await user.press("d", "enter")
        assert "thanked Eve" in user.news
        await user.press("j", "full_stop")
        assert "called Łukasz" in user.news


async def test_the_last_action_again_is_for_all_marked(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("S", "v", "j", "j", "full_stop")
        assert user.news == "three items later, Mon 23 Nov · u takes it back"
        assert struck(user) == 4


async def test_a_nudge_is_one_key_and_waits_a_week_longer(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("j", "j", "n")
        assert "nudged Daria about the reference letter" in user.news
        assert "nudged Daria" in user.lines[5]
        letter = next(one for one in user.book.follow_ups.values() if one.text == "the reference letter")
        assert (letter.due, letter.state) == ("2026-11-29", "open")
        await user.press("u")
        assert user.under_cursor.startswith("Daria Kowalczyk")


async def test_only_one_source_is_shown_until_esc(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("F")
        assert "1 promise 2   2 waiting 1" in user.screen
        await user.press("1")
        assert [row.id.split(":")[0] for row in rows(user)] == ["promise", "promise"]
        assert "only promise: 2, esc shows all" in user.lines[2]
        await user.press("asterisk", "S")
        assert user.news == "two items later, Mon 23 Nov · u takes it back"
        await user.press("escape")
        assert len(rows(user)) == 7


async def test_five_more_and_five_fewer(sample: Path) -> None:
    async with swell_on(sample, size=WIDE, settings=UNMATCHED) as user:
        before = [row.id for row in rows(user)]
        await user.press("plus", "plus")
        assert len(rows(user)) == len(before) + 10
        await user.press("minus", "minus")
        assert [row.id for row in rows(user)] == before
        assert "20 can wait" in user.lines[2]


async def test_more_of_one_source_alone(sample: Path) -> None:
    async with swell_on(sample, size=WIDE, settings=UNMATCHED) as user:
        await user.press("F", "6", "plus")
        assert {row.id.split(":")[0] for row in rows(user)} == {"rhythm"}
        assert len(rows(user)) == 6


async def test_an_undo_after_the_list_was_opened_anew_goes_to_the_row_that_is_back(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("j", "x", "4", "1")
        assert "Ben Okafor" not in "\n".join(user.lines[3:11])
        await user.press("u")
        assert user.under_cursor.startswith("Ben Okafor")
        await user.press("ctrl+r")
        assert struck(user) == 1
        assert not user.under_cursor.startswith("Ben Okafor")


async def test_a_list_does_not_jump_when_another_process_writes(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("j", "j", "j")
        before = [row.id for row in rows(user)]
        other = process(sample)
        other.put(
            "a promise",
            FollowUp(id="1000000000000000000009", kind="promise", due="2026-10-01", text="the oldest of all"),
        )
        await user.until("the oldest of all")
        assert user.under_cursor.startswith("May Tanaka")
        after = [row.id for row in rows(user)]
        assert after[: len(before)] == before
        assert after[len(before) :] == ["promise:1000000000000000000009:2026-10-01"]


async def test_a_failed_line_comes_back_into_the_bar_with_the_reason(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("d")
        await user.type("and a map")
        other = process(sample)
        other.desk.drop(next(item for item in other.desk.inbox().today if "the gym list" in item.reason))
        await user.press("enter")
        await user.until("closed meanwhile")
        assert "› sent Ana the gym list and a map" in user.screen
        await user.press("escape")
        assert user.under_cursor.startswith("Ana Lopez")


async def test_somebody_who_was_deleted_meanwhile_is_said_and_the_line_is_not_lost(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("G", "d")
        assert "› called Łukasz" in user.screen
        gone = next(one.id for one in user.book.contacts.values() if one.name == "Łukasz Nowak")
        process(sample).repository.apply(lambda _: Work("gone", (Remove("contacts", gone),), None))
        before = set(user.book.interactions)
        await user.press("enter")
        await user.until("no longer in the book")
        assert "Somebody this is about is no longer in the book." in user.screen
        assert "› called Łukasz" in user.screen
        await user.press("escape")
        assert set(user.book.interactions) == before


async def test_a_follow_up_is_changed_as_a_line(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("e")
        assert "› the gym list +2026-11-20" in user.screen
        await user.press("ctrl+u")
        await user.type("the long gym list +3 dec every:monthly")
        assert "promise · the long gym list · Thu 3 Dec · every month" in user.screen
        await user.press("enter")
        assert user.news == "changed: the long gym list, Thu 3 Dec · u takes it back"
        changed = next(one for one in user.book.follow_ups.values() if one.text == "the long gym list")
        assert (changed.due, changed.repeat, changed.state) == ("2026-12-03", "monthly", "open")
        assert struck(user) == 1
        await user.press("u")
        assert "you promised: the gym list" in user.lines[3]
        assert user.under_cursor.startswith("Ana Lopez")


async def test_a_follow_up_that_is_still_due_keeps_its_row(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("e", "ctrl+u")
        await user.write("the gym list +today")
        assert "today promise" in user.lines[3]
        assert user.under_cursor.startswith("Ana Lopez")
        assert struck(user) == 0


async def test_a_change_leaves_alone_what_another_process_changed(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("e")
        other = process(sample)
        record = next(one for one in other.desk.book.follow_ups.values() if one.text == "the gym list")
        other.desk.edit_follow_up(record, Edit(text="the climbing list"))
        await user.type("every:weekly")
        await user.press("enter")
        changed = next(one for one in user.book.follow_ups.values() if one.text == "the climbing list")
        assert changed.repeat == "weekly"


@pytest.mark.parametrize(
    ("line", "told"),
    [("the gym list +yesterday", "is past"), ("the gym list +soon", "is no day"), ("a +fri every:blue", "no repeat")],
)
async def test_what_cannot_be_agreed_is_said_and_changes_nothing(sample: Path, line: str, told: str) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("e", "ctrl+u")
        await user.write(line)
        assert told in user.screen
        assert sample.read_bytes() == before


async def test_the_sum_is_aligned_in_eighty_columns(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("w")
        terms = [line for line in user.lines if "×" in line]
        assert terms
        assert len({line.index("×") for line in terms}) == 1
        assert len({line.index("=") for line in terms}) == 1
        total = user.line("together")
        assert len(total) == len(terms[0]) == len(terms[-1])


async def test_a_repeating_follow_up_is_set_in_plain_words(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("f", "ctrl+u")
        await user.type("call Ana every 2 weeks")
        assert "every 2 weeks" in "\n".join(user.lines[-3:])
        await user.press("enter")
        made = max(user.book.follow_ups.values(), key=lambda one: one.id)
        assert (made.kind, made.repeat, made.state) == ("reminder", "2 weeks", "open")


async def test_the_follow_ups_of_a_person_are_triaged_on_their_page(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("enter")
        for _ in range(12):
            if "you promised the gym list" in user.under_cursor:
                break
            await user.press("j")
        assert "s later" in user.keys_line
        await user.press("e")
        assert "› the gym list +2026-11-20" in user.screen
        await user.press("escape", "d")
        assert "› sent Ana the gym list" in user.screen
        await user.press("enter")
        assert "sent Ana the gym list" in user.news
        assert "you promised the gym list" not in user.screen
        await user.press("u", "g", "d")
        assert "› called Ana" in user.screen


@pytest.mark.parametrize("hours", [24, -24, 24 * 200])
async def test_a_clock_that_jumps_leaves_the_cursor_and_the_marks(
    sample: Path, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    monkeypatch.setattr("tui.app.TICK_EVERY", 0.1)
    clock = Clock()
    async with swell_on(sample, clock=clock, settings=UNMATCHED) as user:
        await user.press("j", "j", "space", "k")
        assert user.under_cursor.startswith("Daria Kowalczyk")
        clock.move_on(timedelta(hours=hours))
        day = clock.moment.today
        await user.until(f"{day.day} {day:%B}")
        assert f"{day:%A} {day.day} {day:%B}" in user.lines[2]
        if hours > 0:
            assert user.under_cursor.startswith("Daria Kowalczyk")
            assert marked(user) == 1


async def test_an_hour_twice_and_another_zone_change_nothing_but_the_day(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.app.TICK_EVERY", 0.1)
    clock = Clock(Moment(datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo("Europe/London"))))
    async with swell_on(sample, clock=clock) as user:
        before = [row.id for row in rows(user)]
        await user.press("j")
        here = user.under_cursor
        for fold in (0, 1):
            clock.moment = Moment(datetime(2026, 10, 25, 1, 30, fold=fold, tzinfo=ZoneInfo("Europe/London")))
            await user.pilot.pause(0.25)
            assert [row.id for row in rows(user)] == before
            assert user.under_cursor == here
        clock.moment = Moment(clock.moment.at.astimezone(ZoneInfo("Pacific/Auckland")))
        await user.pilot.pause(0.25)
        assert "Sunday 25 October" in user.lines[2]
        clock.moment = Moment(clock.moment.at.astimezone(ZoneInfo("America/Los_Angeles")))
        await user.until("Saturday 24 October")
        assert "Saturday 24 October" in user.lines[2]

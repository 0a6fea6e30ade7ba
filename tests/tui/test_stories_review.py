"""The review: one item at a time, every key of the inbox on it, and an end that says what has come of it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.book import Remove, Work
from domain.model import Answer, Contact, Interaction, Rival
from screenshots.take import settle
from tests.tui.desk_host import SMALL, UNMATCHED, WIDE, Clock, User, ascii_settings, process, swell_on
from tui.app import SwellApp

TODAY = ("Ana Lopez", "Ben Okafor", "Daria Kowalczyk", "May Tanaka", "Eve Novak", "Lena ↔ Kofi", "Łukasz Nowak")
"""What the sample book asks for, in order."""


def where(user: User) -> str:
    """How far the review is: `3 of 7`, or `done`."""
    words = user.lines[0].split()
    return " ".join(words[1:4]) if words[2:3] == ["of"] else words[1]


def in_view(user: User) -> str:
    """Whom the item is about."""
    shown = [line.partition("── so far")[0].strip() for line in user.lines[2:]]
    return next(line for line in shown if line).split("   ", maxsplit=1)[0]


def so_far(user: User) -> list[str]:
    """What was done, as the screen tells it below the item."""
    lines = user.lines
    start = next(at for at, line in enumerate(lines) if "── so far ──" in line)
    return [" ".join(line.split()) for line in lines[start + 1 : -2] if line.strip()]


def so_far_beside(user: User) -> str:
    """What was done, as a wide screen tells it beside the item."""
    column = user.lines[2].index("── so far")
    return " ".join(" ".join(line[column:].split()) for line in user.lines[3:-2])


def drop_elsewhere(path: Path, words: str) -> None:
    """Another process drops the item with these words."""
    desk = process(path).desk
    desk.drop(next(item for item in desk.inbox().today if words in item.reason))


def person(path: Path, name: str) -> Contact:
    return next(one for one in process(path).desk.book.contacts.values() if one.name == name)


async def test_a_review_of_seven(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r")
        assert where(user) == "1 of 7"
        assert "▱▱▱▱▱▱▱" in user.lines[0]
        assert in_view(user) == "Ana Lopez"
        assert "a promise of yours" in user.lines[2]
        assert user.lines[3].strip().startswith("you promised: the gym list")
        assert user.lines[3].endswith("2 d late")
        for words in (
            "designer, Studio Norte, Leeds · close",
            "ana@norte.example",
            "looking for   a studio in Leeds by January",
            "can help      brand design, hiring designers",
            "last          3 Nov → called about the move",
            "before        2 Nov → introduced to Priya Nair",
            "try           ask how",
        ):
            assert words in user.screen
        assert user.keys_line.startswith(" d done  s later  b thought of  x drop  j next  k back  esc stop")

        await user.press("d")
        assert "› sent Ana the gym list" in user.screen
        assert in_view(user) == "Ana Lopez"
        await user.press("enter")
        assert (where(user), in_view(user)) == ("2 of 7", "Ben Okafor")
        assert "▰▱▱▱▱▱▱" in user.lines[0]
        assert user.news == "+3 · sent Ana the gym list · u takes it back"
        assert so_far(user) == ["Ana Lopez +3 · sent Ana the gym list"]

        await user.press("S")
        assert (where(user), in_view(user)) == ("3 of 7", "Daria Kowalczyk")
        await user.press("x")
        assert in_view(user) == "May Tanaka"
        await user.press("b")
        assert in_view(user) == "Eve Novak"
        assert so_far(user) == [
            "Ben Okafor later, Mon 23 Nov",
            "Daria Kowalczyk no longer waiting",
            "May Tanaka thought of",
        ]
        await user.press("d", "enter")
        assert in_view(user) == "Lena ↔ Kofi"
        await user.press("d", "enter", "s", "ctrl+u")
        await user.write("2w")

        assert where(user) == "done"
        assert "Seven of seven." in user.screen
        assert user.line("Went out").split("  ")[-1].strip() == "promise kept"
        assert "the gym list to Ana" in user.line("Went out")
        assert "thanks to Eve" in user.screen
        assert "both were asked; again " in user.line("Moved")
        later = " ".join(user.screen.split())
        assert "Ben to Mon 23 Nov · Łukasz to Sun 6 Dec" in later
        assert "May" in user.line("Thought of")
        assert "Daria" in user.line("Dropped")
        assert "57 now," in user.screen
        assert "20 can wait" in user.screen
        assert "looking for" in user.line("Not known")
        assert user.keys_line.startswith(" k back  + five more  u undo the last  enter Today  q quit")

        await user.press("enter")
        assert "▸1 Today" in user.lines[0]
        assert "nothing is due" in user.lines[2] or "can wait" in user.lines[2]


async def test_next_passes_over_and_back_returns(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r")
        seen = []
        for _ in TODAY:
            seen.append(in_view(user))
            await user.press("j")
        assert tuple(seen) == TODAY
        assert where(user) == "done"
        assert "All seven wait still." in user.screen
        assert "Passed over" in user.screen
        await user.press("k")
        assert (where(user), in_view(user)) == ("7 of 7", TODAY[-1])
        await user.press("g")
        assert in_view(user) == TODAY[0]
        await user.press("k", "up")
        assert in_view(user) == TODAY[0]
        await user.press("down", "G")
        assert where(user) == "done"
        await user.press("g", "d", "enter", "k")
        assert in_view(user) == "Ana Lopez"
        assert "+3 · sent Ana the gym list" in user.lines[3]
        assert "d done" not in user.keys_line
        await user.press("d", "S", "x")
        assert len(user.book.snoozes) == 0
        await user.press("j")
        assert in_view(user) == "Ben Okafor"


async def test_undo_goes_back_to_the_item_and_redo_goes_on(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "j", "S", "x", "b")
        assert in_view(user) == "Eve Novak"
        assert len(so_far(user)) == 3
        await user.press("u")
        assert in_view(user) == "May Tanaka"
        assert user.news == "taken back: thought of May Tanaka"
        assert so_far(user) == ["Ben Okafor later, Mon 23 Nov", "Daria Kowalczyk no longer waiting"]
        await user.press("u", "u")
        assert in_view(user) == "Ben Okafor"
        assert so_far(user) == ["what you do is listed here; u takes it back"]
        await user.press("ctrl+r")
        assert in_view(user) == "Daria Kowalczyk"
        assert so_far(user) == ["Ben Okafor later, Mon 23 Nov"]
        await user.press("ctrl+r", "ctrl+r")
        assert in_view(user) == "Eve Novak"
        assert len(so_far(user)) == 3
        await user.press("u")
        assert in_view(user) == "May Tanaka"


async def test_the_last_is_taken_back_from_the_end(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "G", "k", "b")
        assert where(user) == "done"
        assert "One of seven; six wait still." in user.screen
        await user.press("u")
        assert (where(user), in_view(user)) == ("7 of 7", "Łukasz Nowak")


async def test_the_keys_that_leave_the_item_where_it_is(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = user.book
        await user.press("r", "a")
        assert "what Ana told you" in user.screen
        await user.write("a bigger desk")
        assert in_view(user) == "Ana Lopez"
        assert "looking for   a bigger desk" in user.screen
        await user.press("n")
        await user.write("likes the north")
        await user.press("f", "enter")
        assert "call Ana" in user.screen
        assert in_view(user) == "Ana Lopez"
        assert so_far(user)[0].endswith("Ana is looking for a bigger desk")
        after = user.book
        assert len(after.answers) == len(before.answers) + 1
        assert len(after.follow_ups) == len(before.follow_ups) + 1
        assert len(after.interactions) == len(before.interactions) + 1
        await user.press("u")
        assert len(so_far(user)) == 2
        assert in_view(user) == "Ana Lopez"
        await user.press("o", "1")
        assert "· inner" in user.screen
        await user.press("t")
        await user.write("desk")
        assert in_view(user) == "Ana Lopez"
        assert "desk" in person(sample, "Ana Lopez").tags
        await user.press("y")
        assert user.news == "sent to the terminal: ana@norte.example"
        await user.press("c")
        await user.write("posted what I learnt about desks")
        assert in_view(user) == "Ana Lopez"
        assert so_far(user)[-1].endswith("posted what I learnt about desks")


async def test_edit_changes_the_person(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "G", "k", "e")
        assert "change Łukasz Nowak" in user.screen
        await user.press("end")
        await user.write(" place:Hull")
        assert person(sample, "Łukasz Nowak").place == "Hull"
        assert in_view(user) == "Łukasz Nowak"
        assert "Hull" in user.screen


async def test_introduce_asks_for_the_other_one(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r", "i")
        assert "── introduce Ana Lopez to whom? ──" in user.screen
        await user.write("Ben")
        taken = max(user.book.introductions.values(), key=lambda pair: pair.id)
        assert (taken.stage, taken.since) == ("idea", "2026-11-22")
        assert in_view(user) == "Ana Lopez"


async def test_somebody_you_wait_for_is_nudged(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "j", "j")
        assert in_view(user) == "Daria Kowalczyk"
        await user.press("n")
        assert in_view(user) == "May Tanaka"
        assert "nudged Daria" in user.news
        letter = next(one for one in user.book.follow_ups.values() if one.text == "the reference letter")
        assert (letter.state, letter.due) == ("open", "2026-11-29")


async def test_the_last_action_again(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "S", ".", ".")
        assert in_view(user) == "May Tanaka"
        assert [deed.split(" later")[0] for deed in so_far(user)] == ["Ana Lopez", "Ben Okafor", "Daria Kowalczyk"]


async def test_why_shows_the_sum_and_goes_with_the_item(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r", "w")
        assert "why this order" in user.screen
        assert "together" in user.screen
        assert in_view(user) == "Ana Lopez"
        await user.press("w")
        assert "why this order" not in user.screen
        await user.press("w", "j")
        assert "why this order" not in user.screen


async def test_enter_opens_the_person_and_comes_back(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r", "j", "enter")
        assert "what they told you" in user.screen
        await user.press("d")
        await user.type("about the rye")
        await user.press("enter", "escape")
        assert (where(user), in_view(user)) == ("2 of 7", "Ben Okafor")
        assert "called you" not in user.line("last   ")
        assert "about the rye" in user.screen


async def test_what_is_done_on_the_page_of_the_person_counts(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "G", "k")
        assert in_view(user) == "Łukasz Nowak"
        await user.press("enter", "d")
        await user.write("about the saw")
        await user.press("escape")
        assert where(user) == "done"
        assert "Łukasz" in user.line("Went out")
        await user.press("k")
        assert in_view(user) == "Lena ↔ Kofi"
        await user.press("j")
        assert "seen to" in user.lines[3]
        assert so_far(user) == ["Łukasz Nowak seen to"]
        await user.press("u")
        assert "quiet for twice your usual" in user.lines[3]
        assert so_far(user) == ["what you do is listed here; u takes it back"]


async def test_five_more_are_taken_in(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "plus")
        assert where(user) == "1 of 12"
        assert in_view(user) == "Ana Lopez"
        assert user.news == "five more"
        await user.press("G", "plus")
        assert where(user) == "13 of 17"
        await user.press("G", "plus", "G")
        assert "+ five more" in user.keys_line
        await user.press("plus")
        assert "of 27" in where(user)
        await user.press("G")
        assert "+ five more" not in user.keys_line


async def test_escape_stops_and_r_goes_on(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r", "escape")
        assert "▸1 Today" in user.lines[0]
        await user.press("r", "S", "j", "escape")
        assert where(user) == "done"
        assert "One of seven; six wait still." in user.screen
        assert "Ben to" not in user.screen
        await user.press("k", "g", "j", "2")
        assert "▸2 People" in user.lines[0]
        await user.press("escape", "1", "r")
        assert (where(user), in_view(user)) == ("2 of 7", "Ben Okafor")
        assert so_far(user) == ["Ana Lopez later, Mon 23 Nov"]
        await user.press("q")
        assert "▸1 Today" in user.lines[0]
        assert user.app.is_running


async def test_q_quits_at_the_end(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r", "G")
        assert "q quit" in user.keys_line
        await user.hurry("q")
        assert not user.app.is_running


async def test_captures_are_filed_on_their_page(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "plus")
        for _ in range(12):
            if "captures" in in_view(user):
                break
            await user.press("j")
        assert in_view(user) == "two captures"
        assert "› met tom from harbour pay" in user.screen
        assert "b thought of" not in user.keys_line
        await user.press("x")
        assert in_view(user) == "one capture"
        await user.press("d", "ctrl+u")
        await user.write('called @"Sam Okoro" about the flat')
        assert in_view(user) not in ("one capture", "no captures")
        assert user.book.captures == {}
        assert user.news.startswith('filed: called @"Sam Okoro" about the flat')
        await user.press("u")
        assert in_view(user) == "one capture"


async def test_a_capture_that_joins_does_not_begin_another_item(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "plus")
        for _ in range(12):
            if "captures" in in_view(user):
                break
            await user.press("j")
        place = where(user)
        other = process(sample)
        captured = replace(
            next(iter(user.book.captures.values())), id=f"{9:022d}"[:22].replace("0", "9"), line="met zed"
        )
        other.put("a capture", captured)
        await user.until("three captures")
        assert (where(user), in_view(user)) == (place, "three captures")


async def test_what_another_process_changes_is_shown_in_place(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r")
        ana = person(sample, "Ana Lopez")
        process(sample).put("a role", replace(ana, role="chief designer"))
        await user.until("chief designer")
        assert "chief designer" in user.screen
        assert (where(user), in_view(user)) == ("1 of 7", "Ana Lopez")


async def test_another_day_that_is_agreed_elsewhere_is_shown_in_place(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r")
        record = next(one for one in user.book.follow_ups.values() if one.text == "the gym list")
        process(sample).put("another day", replace(record, due="2026-11-22"))
        await user.until("today")
        assert (where(user), in_view(user)) == ("1 of 7", "Ana Lopez")
        assert user.lines[3].endswith("today")
        await user.press("S")
        assert (where(user), in_view(user)) == ("2 of 7", "Ben Okafor")


async def test_a_key_that_comes_too_late_says_so(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r")
        drop_elsewhere(sample, "the gym list")
        await user.press("S")
        assert "This promise was closed meanwhile." in user.news
        await user.until("Ben Okafor")
        assert in_view(user) == "Ben Okafor"
        assert user.book.snoozes == {}


async def test_an_item_that_is_done_elsewhere_gives_way_to_the_next(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r")
        drop_elsewhere(sample, "the gym list")
        await user.until("Ben Okafor")
        assert (where(user), in_view(user)) == ("2 of 7", "Ben Okafor")
        assert user.news == "Ana Lopez: This promise was closed meanwhile."
        assert "▰▱▱▱▱▱▱" in user.lines[0]
        assert so_far(user) == ["what you do is listed here; u takes it back"]
        await user.press("k")
        assert "no longer due" in user.screen


async def test_an_item_further_on_that_goes_is_not_met(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r")
        drop_elsewhere(sample, "a word with Priya")
        await user.until("▱▰▱▱▱▱▱")
        assert in_view(user) == "Ana Lopez"
        await user.press("S")
        assert in_view(user) == "Daria Kowalczyk"


async def test_somebody_deleted_meanwhile_is_said_and_the_next_comes(sample: Path) -> None:
    async with swell_on(sample, settings=UNMATCHED) as user:
        await user.press("r", "j", "j", "j", "j", "j", "j")
        assert in_view(user) == "Łukasz Nowak"
        gone = person(sample, "Łukasz Nowak")
        process(sample).repository.apply(lambda _: Work("forgot", (Remove("contacts", gone.id),), None))
        await user.until("is no longer in the book")
        assert where(user) == "done"
        assert "no longer in the book" in user.news


async def test_what_goes_while_a_line_is_written_waits_for_the_line(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r", "d")
        drop_elsewhere(sample, "the gym list")
        await user.pilot.pause(1)
        assert in_view(user) == "Ana Lopez"
        assert "› sent Ana the gym list" in user.screen
        await user.press("enter")
        assert "This promise was closed meanwhile." in user.screen
        await user.press("escape")
        assert in_view(user) == "Ben Okafor"
        assert "Ana Lopez: This promise was closed meanwhile." in user.news


async def test_the_review_goes_on_over_midnight(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.TICK_EVERY", 0.1)
    clock = Clock()
    async with swell_on(sample, clock=clock, settings=UNMATCHED) as user:
        await user.press("r", "S", "x")
        assert in_view(user) == "Daria Kowalczyk"
        clock.move_on(timedelta(days=1))
        await user.until("4 d late")
        assert in_view(user) == "Daria Kowalczyk"
        assert "4 d late" in user.screen


async def test_nothing_due_ends_at_once_with_the_first_give(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("r", *["S"] * 7)
        assert "Seven of seven." in user.screen
        await user.press("enter", "r")
        assert where(user) == "done"
        assert "Nothing is due." in user.screen


async def test_with_nothing_due_the_first_give_is_offered(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    people = [Contact(id=f"{number:022d}", name=name, circle="close") for number, name in enumerate(("Ana", "Ben"), 1)]
    work = [
        Answer(id=f"{number + 10:022d}", contact=one.id, question="working_on", text="a podcast", learnt="2026-11-20")
        for number, one in enumerate(people, 1)
    ]
    calls = [
        Interaction(id=f"{number + 20:022d}", at="2026-11-20T09:00", direction="gave", kind="call", people=(one.id,))
        for number, one in enumerate(people, 1)
    ]
    process(path).put("people", *people, *work, *calls)
    async with swell_on(path, settings=UNMATCHED) as user:
        await user.press("r")
        assert where(user) == "done"
        assert "Nothing is due." in user.screen
        assert user.keys_line.startswith(" d done")
        offered = user.line("First give")
        await user.press("b")
        assert user.line("First give") not in ("", offered)
        await user.press("d", "enter")
        assert "Went out" in user.screen
        assert "First give" not in user.screen


async def test_an_empty_book_has_a_first_give_too(tmp_path: Path) -> None:
    async with swell_on(tmp_path / "book.json") as user:
        await user.press("r")
        assert "Nothing is due." in user.screen
        assert "post one thing you learnt" in user.screen
        await user.press("j", "k", "escape")
        assert "It starts with you." in user.screen


async def test_two_values_are_chosen_between(sample: Path) -> None:
    ana = person(sample, "Ana Lopez")
    rival = Rival(field="role", value="art director", origin="the laptop")
    process(sample).put("two books", replace(ana, rivals=(rival,)))
    async with swell_on(sample) as user:
        await user.press("r")
        for _ in TODAY:
            if "two books differ" in user.lines[2]:
                break
            await user.press("j")
        before = where(user)
        assert "art director" in user.screen
        await user.press("d", "2")
        assert person(sample, "Ana Lopez").role == "art director"
        assert where(user) != before


@pytest.mark.parametrize("size", [SMALL, WIDE, (40, 10), (60, 16)])
async def test_long_names_and_texts_stay_within_the_screen(sample: Path, size: tuple[int, int]) -> None:
    ana = person(sample, "Ana Lopez")
    other = process(sample)
    long = "a place with room for " + "many, very many, " * 40
    answers = [one for one in other.desk.book.answers.values() if one.contact == ana.id]
    other.put(
        "long",
        replace(ana, name="Ana " + "Maria " * 30 + "Lopez", role="designer " * 20, notes=long),
        *(replace(one, text=long) for one in answers),
    )
    async with swell_on(sample, size=size) as user:
        await user.press("r")
        assert where(user) == "1 of 7"
        assert in_view(user).startswith("Ana Maria")
        assert all(len(line) <= size[0] for line in user.lines)
        await user.press("ctrl+d", "pagedown", "ctrl+u", "w", "S")
        assert where(user) == "2 of 7"
        await user.press("G")
        assert where(user) == "done"


async def test_no_character_above_126_in_ascii(sample: Path) -> None:
    async with swell_on(sample, settings=ascii_settings()) as user:
        await user.press("r", "S", "j")
        assert "#......" in user.lines[0]
        written = "".join(user.lines)
        assert {letter for letter in written if ord(letter) > 126} == set()
        await user.press("G")
        assert {letter for letter in "".join(user.lines) if ord(letter) > 126} <= {"Ł"}


async def test_beside_the_item_where_there_is_room(sample: Path) -> None:
    async with swell_on(sample, size=WIDE) as user:
        await user.press("r", "S")
        assert "── so far ──" in user.lines[2]
        assert "Ana Lopez" in user.lines[3]
        assert "later, Mon 23 Nov" in user.lines[3]
        await user.press("n")
        await user.write("he has a long way to go to the bakery on Sunday")
        assert "the bakery on Sunday" in so_far_beside(user)


async def test_the_app_opens_straight_at_the_review(sample: Path) -> None:
    app = SwellApp(process(sample).desk, review=True)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        user = User(pilot, sample, Clock())
        assert (where(user), in_view(user)) == ("1 of 7", "Ana Lopez")
        await user.press("S")
        assert in_view(user) == "Ben Okafor"
        await user.press("escape", "escape")
        assert "▸1 Today" in user.lines[0]

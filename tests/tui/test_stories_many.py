"""Capture many: a meetup typed up line by line, and all of it kept at once."""

from pathlib import Path

import pytest

from domain.model import Interaction
from store.spool import waiting
from tests.tui.desk_host import WIDE, Clock, process, swell_on
from tests.tui.test_stories_drafts import FakeDrafts, swell_with

MEETUP = (
    "tag:pyleeds when:fri",
    'met @"Jonty Bloggs" from Acme',
    "Jonty is hiring rust devs",
    'met @"Nadia Rahman" from Shelter, she is looking for a data volunteer',
    "promised Nadia two names +tue",
    "Nadia knows Ana",
    "chat with Priya about podcasts",
    "Priya is working on a talk about tests",
    "Ana is looking for a flat in Leeds",
    "called Sam about the venue",
    "got a job lead from Ben via Ana",
    "introduced Jonty to Priya re: rust",
    "waiting on Ben for the slides +1w",
    "posted a thread about the meetup",
    "met Tom from HSBC",
    "promised May the photos +31 nov",
    "helped Kofi with his deploy",
    "Eve can help with conference visas",
    "tag:",
    "I'm looking for a projector",
    "call Ana tomorrow",
)
"""What somebody types on the train home, on Sunday."""


async def test_twenty_lines_at_a_meetup(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = user.book
        await user.press("C")
        assert "Write one line after the other" in user.screen
        await user.write(MEETUP[0])
        assert "from here: #pyleeds, Fri 20 Nov" in user.screen
        for line in MEETUP[1:3]:
            await user.write(line)
        assert "new Jonty Bloggs, Acme" in user.line("met @")
        assert "Jonty Bloggs · looking for: rust" in user.line("Jonty is hiring")
        await user.type("called Jonty")
        assert "gave · call · Jonty Bloggs · Fri 20 Nov · #pyleeds" in user.screen
        for _ in "called Jonty":
            await user.press("backspace")
        for line in MEETUP[3:]:
            await user.write(line)
        assert "19 captures" in user.lines[2]
        assert "in doubt" in user.lines[2]
        assert "from here: no marks" in user.lines[2]
        assert "one Tom is known" in user.line("met Tom from HSBC")
        assert "31 Nov is no date" in user.line("promised May the photos")
        assert user.book == before or user.book.interactions == before.interactions
        await user.press("up", "g", *"jjjj")
        assert "two people are called Nadia" in user.under_cursor
        await user.press("e", "tab", "tab")
        assert '› promised @"Nadia Rahman" two names +tue' in user.screen
        await user.press("enter")
        assert "4 in doubt" in user.lines[2]
        await user.press("enter")
        assert "19 captures kept, 2 unfiled" in user.news
        assert "u takes it back" in user.news
        after = user.book
        new = [one for key, one in after.interactions.items() if key not in before.interactions]
        assert {one.at[:10] for one in new} == {"2026-11-20"}
        assert all("pyleeds" in one.tags for one in new)
        made = {one.name: one for key, one in after.contacts.items() if key not in before.contacts}
        assert set(made) == {"Jonty Bloggs", "Nadia Rahman"}
        assert _raw(new, "met @").people == (made["Jonty Bloggs"].id,)
        assert _raw(new, "met @").raw == 'met @"Jonty Bloggs" from Acme tag:pyleeds when:fri'
        assert "rust devs" in [one.text for one in after.answers.values() if one.contact == made["Jonty Bloggs"].id]
        unfiled = {one.line for key, one in after.captures.items() if key not in before.captures}
        assert unfiled == {"met Tom from HSBC tag:pyleeds when:fri", "Nadia knows Ana tag:pyleeds when:fri"}
        assert "a projector" in [one.text for one in after.asks.values()]
        assert not waiting(str(sample))
        await user.press("u")
        assert user.news.startswith("taken back: 19 captures")
        assert user.book.interactions.keys() == before.interactions.keys()
        assert user.book.contacts.keys() == before.contacts.keys()
        assert user.book.captures.keys() == before.captures.keys()


def _raw(interactions: list[Interaction], start: str) -> Interaction:
    return next(one for one in interactions if one.raw.startswith(start))


async def test_a_line_is_gone_back_to_and_changed(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("C")
        for line in ("called Ana", "called Sam Nobody about tea", "messaged Ben"):
            await user.write(line)
        await user.type("half")
        await user.press("up", "k", "e")
        assert user.lines[-3] == " › called Sam Nobody about tea"
        assert user.line("called Sam Nobody about").startswith("▌  ›")
        await user.press("ctrl+u")
        await user.write("called Priya about tea")
        assert user.lines[-3].startswith(" › half") or " › half" in user.screen
        assert "Priya Nair" in user.line("called Priya about tea")
        assert [line[4:14] for line in user.lines if "   " in line[:4] and line.strip()[:1].isdigit()] != []
        for _ in "half":
            await user.press("backspace")
        await user.press("enter")
        raws = [one.raw for one in sorted(user.book.interactions.values(), key=lambda one: one.id)][-3:]
        assert raws == ["called Ana", "called Priya about tea", "messaged Ben"]


async def test_a_change_that_is_left_leaves_the_line_as_it_was(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("C")
        await user.write("called Ana")
        await user.press("up", "e")
        await user.type(" and more")
        await user.press("escape")
        assert "Capture many" in user.lines[0]
        assert "called Ana and more" not in user.screen
        assert "called Ana" in user.screen


async def test_a_line_is_dropped_and_brought_back(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("C")
        for line in ("#design", "called Ana", "messaged Ben"):
            await user.write(line)
        await user.press("up", "g", "x")
        assert "#design" not in user.lines[2]
        assert "dropped: #design" in user.screen
        await user.press("u")
        assert "from here: #design" in user.lines[2]
        await user.press("u")
        assert "nothing was dropped here" in user.screen
        assert sample.read_bytes() == before
        await user.press("G", "x", "x", "x", "u")
        assert "from here: #design" in user.lines[2]


async def test_the_list_is_left_and_comes_back_with_the_next_c(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("4", "C")
        for line in ("#design", "called Ana"):
            await user.write(line)
        await user.type("messaged")
        await user.press("escape")
        assert "▸4" in user.lines[0]
        assert "two lines stay: C brings them back" in user.news
        assert sample.read_bytes() == before
        await user.press("1", "C")
        assert "from here: #design" in user.lines[2]
        assert "› messaged" in user.screen
        await user.write(" Ben")
        await user.press("enter")
        assert "2 captures kept" in user.news
        await user.press("C")
        assert "no line yet" in user.screen


async def test_lines_that_an_ended_run_has_left_are_offered(sample: Path) -> None:
    drafts = FakeDrafts()
    async with swell_with(sample, drafts) as user:
        await user.press("C")
        await user.write("called Ana")
        await user.write("messaged Ben")
    left = FakeDrafts(*drafts.states[-1])
    async with swell_with(sample, left) as user:
        assert "C brings them back" in user.news
        await user.press("C")
        assert "called Ana" in user.screen
        assert "messaged Ben" in user.screen


async def test_pasted_lines_become_a_list_before_they_are_kept(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("c")
        await user.type("called Ana, ")
        await user.paste("about the move\r\n- messaged Ben\r\n\r\n* #design\r\n3. met Priya\n")
        assert "three captures" in user.lines[2]
        assert "called Ana, about the move" in user.screen
        assert "from here: #design" in user.lines[2]
        assert sample.read_bytes() == before
        await user.paste("posted one\nposted two")
        assert "five captures" in user.lines[2]
        await user.press("ctrl+o")
        assert "5 captures kept" in user.news


async def test_lines_typed_faster_than_they_are_understood_are_all_there(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("C")
        await user.hurry(*"called Ana", "enter", *"messaged Ben", "enter", *"met Priya", "ctrl+j")
        assert "three captures" in user.lines[2]
        await user.press("enter")
        assert "3 captures kept" in user.news


async def test_nothing_written_keeps_nothing(sample: Path) -> None:
    async with swell_on(sample) as user:
        before = sample.read_bytes()
        await user.press("C", "enter")
        assert "nothing to keep is written yet" in user.screen
        await user.write("tag:pyleeds")
        await user.press("enter")
        assert "nothing to keep is written yet" in user.screen
        await user.press("up", "c")
        await user.type("x")
        assert "› x" in user.screen
        assert sample.read_bytes() == before


async def test_no_capture_begins_inside_a_capture(sample: Path) -> None:
    async with swell_on(sample) as user:
        await user.press("C")
        await user.write("called Ana")
        await user.press("up", "C")
        assert sum("Capture many" in line for line in user.lines) == 1
        await user.press("escape")
        assert "Capture many" not in user.screen


async def test_what_cannot_be_filed_now_waits_in_the_spool(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.app.LOOK_EVERY", 600.0)  # else the window may see by itself that the book is damaged
    async with swell_on(sample) as user:
        await user.press("C")
        for line in ("called Ana about the till", "messaged Ben"):
            await user.write(line)
        whole = sample.read_bytes()
        sample.write_bytes(whole[:-200])
        await user.press("enter")
        assert "kept in the spool, to be filed later" in user.news
        assert len(waiting(str(sample))) == 1
        sample.write_bytes(whole)
        assert len(process(sample).desk.file_deliveries()) == 1
        assert "called Ana about the till" in {one.raw for one in user.book.interactions.values()}


async def test_another_window_may_write_meanwhile(sample: Path) -> None:
    other = process(sample, clock=Clock())
    async with swell_on(sample, size=WIDE) as user:
        await user.press("C")
        await user.write("called Zora")
        other.desk.keep('met @"Zora Neal"')
        await user.until("Zora Neal")
        assert "Zora Neal" in user.line("called Zora")
        await user.press("enter")
        (zora,) = [one for one in user.book.contacts.values() if one.name == "Zora Neal"]
        assert [one.people for one in user.book.interactions.values() if one.raw == "called Zora"] == [(zora.id,)]

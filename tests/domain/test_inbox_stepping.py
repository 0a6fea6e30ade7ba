"""What a line about an introduction, or about a match, does to it."""

import pytest

from domain.book import Put
from domain.inbox.day import inbox
from domain.inbox.item import Item, Term
from domain.inbox.proposals import other_words, proposal
from domain.inbox.stepping import is_match, stepped, with_reason
from domain.inbox.triage import done_changes
from domain.model import Contact, Introduction
from tests.domain.diary import Diary


def match_of(diary: Diary, a: Contact, b: Contact) -> Item:
    """A match of the two."""
    key = f"match:{':'.join(sorted((a.id, b.id)))}"
    term = Term("a match", 1, 3.0)
    return Item(
        key=key, source="match", reason="x", when="fresh", due=diary.now.day, terms=(term,), people=(a.id, b.id)
    )


@pytest.mark.parametrize(
    ("line", "stage", "yes"),
    [
        ("asked Lena about meeting Kofi", "asked_a", ()),
        ("Kofi said yes", "asked_b", ("kofi",)),
        ("Kofi said no", "declined", ()),
        ("introduced Lena to Kofi", "made", ()),
        ("called Lena and Kofi", "asked_a", ()),
    ],
)
def test_a_line_says_which_step_was_taken(line: str, stage: str, yes: tuple[str, ...]) -> None:
    diary = Diary()
    lena, kofi = diary.person("Lena Fischer", ""), diary.person("Kofi Mensah", "")
    pair = Introduction(id=diary.id(), a=lena.id, b=kofi.id, stage="asked_b", asked_first="b", since="2026-11-10")
    diary.add(pair)
    item = diary.item("intro")
    offered = (proposal(item, diary.index(), diary.now), *other_words(item, diary.index(), diary.now))
    assert line in offered
    diary.make(done_changes(diary.book, item, diary.now, diary.id, line))
    after = diary.book.introductions[pair.id]
    assert (after.stage, after.yes) == (stage, tuple(kofi.id for _ in yes))


@pytest.mark.parametrize(
    ("line", "stage"),
    [
        ("asked Lena about meeting Kofi, who said nothing yet", "asked_a"),
        ("asked Lena, Kofi said yesterday he would think about it", "asked_a"),
        ("Kofi said: no", "declined"),
    ],
)
def test_yes_and_no_are_words_of_their_own(line: str, stage: str) -> None:
    diary = Diary()
    lena, kofi = diary.person("Lena Fischer", ""), diary.person("Kofi Mensah", "")
    pair = Introduction(id=diary.id(), a=lena.id, b=kofi.id, stage="asked_b", asked_first="b", since="2026-11-10")
    after = stepped(pair, {one.id: one for one in (lena, kofi)}, diary.now, line)
    assert (after.stage, after.yes) == (stage, ())


def test_who_is_asked_first_is_who_is_named_first() -> None:
    diary = Diary()
    cara, dee = diary.person("Cara Weiss", ""), diary.person("Dee Marsh", "")
    for line, stage, first in (
        ("asked Dee about meeting Cara", "asked_b", "b"),
        ("asked Cara about meeting Dee", "asked_a", ""),
    ):
        changes = done_changes(diary.book, match_of(diary, cara, dee), diary.now, diary.id, line, reason="a studio")
        (pair,) = [one.record for one in changes if isinstance(one, Put) and isinstance(one.record, Introduction)]
        assert (pair.stage, pair.asked_first, pair.reason) == (stage, first, "a studio")


def test_a_match_that_is_done_by_other_words_rests_for_thirty_days() -> None:
    diary = Diary()
    cara, dee = diary.person("Cara Weiss", ""), diary.person("Dee Marsh", "")
    diary.make(done_changes(diary.book, match_of(diary, cara, dee), diary.now, diary.id, "called Cara and Dee"))
    assert not diary.book.introductions
    (snooze,) = diary.book.snoozes.values()
    assert (snooze.key, snooze.until) == (match_of(diary, cara, dee).key, "2026-12-22")


def test_an_introduction_by_a_line_has_the_reason_of_its_match_and_no_other_has() -> None:
    diary = Diary()
    cara, dee, eve = (diary.person(name, "") for name in ("Cara Weiss", "Dee Marsh", "Eve Novak"))
    item = match_of(diary, cara, dee)
    both = Introduction(id=diary.id(), a=dee.id, b=cara.id, stage="made")
    other = Introduction(id=diary.id(), a=cara.id, b=eve.id, stage="made")
    said = Introduction(id=diary.id(), a=dee.id, b=cara.id, stage="made", reason="rooms")
    mended = with_reason((Put(both), Put(other), Put(said)), item, "a studio")
    assert [one.record.reason for one in mended if isinstance(one, Put) and isinstance(one.record, Introduction)] == [
        "a studio", "", "rooms",
    ]  # fmt: skip
    assert with_reason((Put(both),), item, "") == (Put(both),)
    assert is_match(item)


def test_one_match_a_day_and_the_rest_can_wait() -> None:
    diary = Diary()
    people = [diary.person(f"P{number} Q", "") for number in range(6)]
    pairs = [match_of(diary, a, b) for a, b in zip(people[::2], people[1::2], strict=True)]
    found = inbox(diary.index(), diary.now, pairs)
    assert [item.source for item in found.today] == ["match"]
    assert found.waiting == 2
    diary.make(done_changes(diary.book, found.today[0], diary.now, diary.id, ""))
    after = inbox(diary.index(), diary.now, pairs)
    assert [item.source for item in after.today] == ["first"]
    assert after.today[0].people == after.more[0].people
    assert after.waiting == 2
    diary.to(1)
    assert [item.source for item in inbox(diary.index(), diary.now, pairs).today] == ["match"]

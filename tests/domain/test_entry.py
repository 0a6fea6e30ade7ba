"""An entry of the ledger written out and changed: nothing is touched that the line leaves as it was."""

from dataclasses import replace
from datetime import UTC, date
from typing import Any

import pytest

from domain.book import Book
from domain.capture.understanding import understand
from domain.entry import change, delete, open_form, problem
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.ids import Ids
from domain.model import Ask, Interaction
from domain.sample.book import sample_book
from tests.domain.diary import TODAY, Diary, moment


def ids() -> Ids:
    """Ids after all others."""
    return Ids(lambda: 2_000_000_000_000, lambda below: below // 2)


def changed(diary: Diary, entry: Interaction, line: str, book: Book | None = None) -> Interaction:
    """The entry after its line was changed to this one."""
    form = open_form(diary.book, entry, diary.now, diary.settings)
    work = change(form, line, diary.now, ids(), diary.settings)(book or diary.book)
    diary.make(work.changes)
    return work.result


def test_every_entry_of_the_sample_book_is_a_line_that_changes_nothing() -> None:
    diary = Diary()
    tables = sample_book(date(2026, 11, 22), UTC)
    diary.book = Book({name: dict(table) for name, table in tables.items()})
    entries = list(diary.book.interactions.values())
    for entry in [*entries[::23], *{(one.kind, one.direction): one for one in entries}.values()]:
        form = open_form(diary.book, entry, diary.now, diary.settings)
        work = change(form, form.line, diary.now, ids(), diary.settings)(diary.book)
        assert (work.changes, work.result) == ((), entry)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ('2026-11-20: called @"Ana Lopez" "about the flat"', {"text": "about the flat"}),
        ('2026-11-20: messaged @"Ana Lopez" "about the move"', {"kind": "message"}),
        ('2026-11-19: called @"Ana Lopez" "about the move"', {"at": "2026-11-19T09:15:00+00:00"}),
        ('2026-11-20: called @"Ana Lopez" "about the move" tag:x min:30', {"tags": ("x",), "minutes": 30}),
        ("called Ana about the move on 20 nov", {}),
        ("Ana called about the move on 20 nov", {"direction": "got"}),
    ],
)
def test_a_line_changes_what_it_says_otherwise(line: str, fields: dict[str, Any]) -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    entry = diary.change(diary.act(ana, ago=2, text="about the move"), raw="called Ana about the move")
    assert changed(diary, entry, line) == replace(entry, **fields)


def test_somebody_new_comes_into_the_book_with_the_entry() -> None:
    diary = Diary()
    entry = diary.act(diary.person("Ana Lopez"), ago=2, text="about the move")
    made = changed(diary, entry, '2026-11-20: called @"Joe Miller" "about the move"')
    assert [diary.book.contacts[one].name for one in made.people] == ["Joe Miller"]
    assert made.id == entry.id


def test_a_return_that_is_one_no_more_grew_from_nothing() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    call = diary.act(ana, ago=9)
    lead = diary.change(diary.act(ana, direction="got", kind="call", ago=2), because_of=(call.id,))
    assert changed(diary, lead, "2026-11-20: called Ana").because_of == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("call Ana tomorrow", "That is nothing that happened; x deletes the entry, c writes something else."),
        ("called Ana; messaged Ana", "That says more than one thing; keep one here, and write the rest with c."),
        ("called Ana +2w", "That says more than one thing"),
        ("tag:x", "That is not clear"),
    ],
)
def test_a_line_that_is_no_one_entry_is_refused_in_a_sentence(line: str, told: str) -> None:
    diary = Diary()
    entry = diary.act(diary.person("Ana Lopez"), ago=2)
    with pytest.raises(BadInputError) as caught:
        changed(diary, entry, line)
    assert told in str(caught.value)
    assert told in problem(understand(line, diary.book, diary.now))


def test_what_turns_into_its_reverse_is_pointed_at_no_more() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    give = diary.act(ana, ago=4, text="about the move")
    lead = diary.act(ana, ago=2, direction="got", kind="lead", text="a job")
    diary.change(lead, because_of=(give.id,))
    ask = diary.add(Ask(id=diary.id(), text="a job", opened="2026-11-01", stage="closed", closed_by=lead.id))
    assert changed(diary, give, "2026-11-18: Ana called me about the move").direction == "got"
    assert diary.book.interactions[lead.id].because_of == ()
    assert diary.book.asks[ask.id].closed_by == lead.id
    assert changed(diary, lead, "2026-11-20: called Ana about a job").direction == "gave"
    assert diary.book.asks[ask.id].closed_by == ""


def test_what_was_changed_meanwhile_is_not_overwritten() -> None:
    diary = Diary()
    entry = diary.act(diary.person("Ana Lopez"), ago=2, text="about the move")
    form = open_form(diary.book, entry, diary.now, diary.settings)
    keep = change(form, '2026-11-20: called @"Ana Lopez" "about the flat"', diary.now, ids(), diary.settings)
    diary.change(entry, minutes=30)
    assert keep(diary.book).result == replace(entry, minutes=30, text="about the flat")
    diary.change(entry, text="about the dog")
    with pytest.raises(ChangedError, match="Its text was changed meanwhile"):
        keep(diary.book)
    diary.change(entry, at="2026-11-18T10:00:00+00:00")
    moved = '2026-11-19: called @"Ana Lopez" "about the move"'
    with pytest.raises(ChangedError, match="Its day was changed meanwhile"):
        change(form, moved, diary.now, ids(), diary.settings)(diary.book)
    diary.change(entry, people=())
    others = '2026-11-20: called @"Ana Lopez" and @"Ben Ode" "about the move"'
    with pytest.raises(ChangedError, match="Its people were changed meanwhile"):
        change(form, others, diary.now, ids(), diary.settings)(diary.book)
    diary.make(delete(diary.book, entry.id).changes)
    with pytest.raises(NotFoundError, match="deleted meanwhile"):
        keep(diary.book)


def test_an_entry_without_a_day_or_dated_ahead_says_what_can_be_done() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    ahead = diary.act(ana, ago=-3)
    strange = diary.change(ahead, at="some day")
    for entry in (ahead, strange):
        with pytest.raises(BadInputError, match="x deletes it, c writes it anew"):
            open_form(diary.book, entry, diary.now, diary.settings)


def test_who_is_gone_from_the_book_stays_in_an_entry_that_is_changed_otherwise() -> None:
    diary = Diary()
    entry = diary.act(diary.person("Ana Lopez"), ago=2, text="about the move")
    entry = diary.change(entry, people=(*entry.people, "gone"), text="about\x1b the move")
    form = open_form(diary.book, entry, diary.now, diary.settings)
    assert form.line == '2026-11-20: called @"Ana Lopez" "about␛ the move"'
    assert changed(diary, entry, f"{form.line} min:5") == replace(entry, minutes=5)


def test_what_points_at_a_deleted_entry_points_at_nothing() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    call = diary.act(ana, ago=9, text="about the move")
    ben = diary.person("Ben", met_via=call.id)
    lead = diary.change(diary.act(ana, direction="got", kind="lead", ago=2), because_of=("other", call.id))
    ask = diary.add(Ask(id=diary.id(), text="a flat", stage="closed", closed_by=lead.id))
    work = delete(diary.book, call.id)
    assert work.label == "deleted: about the move"
    diary.make(work.changes)
    assert call.id not in diary.book.interactions
    assert diary.book.interactions[lead.id].because_of == ("other",)
    assert diary.book.contacts[ben.id].met_via == ""
    diary.make(delete(diary.book, lead.id).changes)
    assert diary.book.asks[ask.id].closed_by == ""
    with pytest.raises(NotFoundError):
        delete(diary.book, call.id)
    assert moment().today == TODAY

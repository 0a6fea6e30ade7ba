"""What was understood, written back as one line, is understood the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from domain.book import Book, Put
from domain.capture.canonical import canonical
from domain.capture.drafts import ContactDraft, Draft, FollowUpDraft, InteractionDraft
from domain.capture.names import Names
from domain.capture.understanding import Understood, understand
from domain.model import Contact, FollowUp
from tests.domain.capture_book import BOOK, IDS, MOMENT, NAMES, book
from tests.domain.capture_text import LINES

TABLES = sorted(Path(__file__).parent.glob("capture_*.jsonl"))
TYPED = [json.loads(line)["line"] for table in TABLES for line in table.read_text().splitlines()]


def read(line: str, known: Book = BOOK, names: Names = NAMES) -> Understood:
    return understand(line, known, MOMENT, names=names)


def made(understood: Understood) -> list[Draft]:
    """The drafts without those who are only mentioned, whom quotes hide."""
    return [draft._replace(mentions=()) if isinstance(draft, FollowUpDraft) else draft for draft in understood.made]


def says_the_same(line: str) -> None:
    understood = read(line)
    written = canonical(understood)
    again = read(written)
    assert (again.unfiled is None) == (understood.unfiled is None)
    assert made(again) == made(understood)
    assert canonical(again) == written


@pytest.mark.parametrize("line", TYPED)
def test_typed_lines_say_the_same_when_written_back(line: str) -> None:
    says_the_same(line)


@settings(max_examples=500, deadline=None)
@given(LINES)
def test_any_line_says_the_same_when_written_back(line: str) -> None:
    says_the_same(line)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (
            "called Ana about rent tag:flat +2w",
            '2026-11-22: called @"Ana Lopez" "about rent" +2026-12-06 tag:flat',
        ),
        ("coffee with Ana and Ben yesterday 45m", '2026-11-21: met @"Ana Lopez" and @"Ben Okafor" "coffee" min:45'),
        ("Ben called", '2026-11-22: @"Ben Okafor" called'),
        ("got a lead from Cara via Ana", '2026-11-22: as:got/lead @"Cara Weiss" "a lead" via:@"Ana Lopez"'),
        ("heard from Cara", '2026-11-22: heard from @"Cara Weiss"'),
        ("George had to cancel", '2026-11-22: @"George Carver" "had to cancel"'),
        (
            "called Ana, she wants a CTO, promised her names +fri",
            '2026-11-22: called @"Ana Lopez"; @"Ana Lopez" is looking for "a CTO"; '
            'promised @"Ana Lopez" "names" +2026-11-27',
        ),
        ("promised Ana the list", 'as:promise @"Ana Lopez" "the list"'),
        ("call Ben tomorrow", 'as:reminder @"Ben Okafor" "call Ben" +2026-11-23'),
        ("introduced Ana to Ben re lofts", '2026-11-22: introduced @"Ana Lopez" to @"Ben Okafor" "lofts"'),
        (
            "met Joe Miller from Acme",
            '2026-11-22: as:contact 2026-11-22 @"Joe Miller" org:Acme; as:mutual/meet @"Joe Miller"',
        ),
        (
            "met Joe Miller, head of design at Acme",
            '2026-11-22: as:contact 2026-11-22 @"Joe Miller" org:Acme role:"head of design"; '
            'as:mutual/meet @"Joe Miller"',
        ),
        ("call Ben every 2 weeks", 'as:reminder @"Ben Okafor" "call Ben" +2026-12-06 every:"2 weeks"'),
        ("@Ana circle:close org:Norte", 'as:field @"Ana Lopez" circle:close org:Norte'),
        ('@Ana role:"head of \\"x\\""', r'as:field @"Ana Lopez" role:"head of \"x\""'),
        ('called Ana "she said \\"yes\\""', r'2026-11-22: called @"Ana Lopez" "she said \"yes\""'),
        ("called Sam", "called Sam"),
    ],
)
def test_a_line_written_back(line: str, written: str) -> None:
    assert canonical(read(line)) == written


ELSE = Contact(id="9" * 22, name="Ana Lopez", aliases=("Annie",))
ALIKE = Contact(id="8" * 22, name="Sam Hill")


def test_one_of_two_with_the_same_name_is_written_by_an_alias() -> None:
    known = book(ELSE)
    written = canonical(read("called Annie", known, Names(known.contacts)))
    assert written == '2026-11-22: called @"Annie"'


def test_one_of_two_with_nothing_but_the_same_name_is_written_by_id() -> None:
    known = book(ALIKE)
    understood = read(f"called @{ALIKE.id}", known, Names(known.contacts))
    assert [known.contacts[person].name for person in understood.people] == ["Sam Hill"]
    assert canonical(understood) == f'2026-11-22: called @"{ALIKE.id}"'


@pytest.mark.parametrize("line", ["as:got/lead", "as:knows @Ana", "as:asked @Ana about the moon", "as:idea @Ana hm"])
def test_what_as_cannot_mean_is_kept(line: str) -> None:
    understood = read(line)
    assert understood.unfiled is None
    assert understood.warnings == () or "kept as text" in understood.warnings[0]


def test_a_clause_spelled_out_infers_nothing() -> None:
    understood = read("called Ana; as:got/lead a job, by luck; as:note 2026-11-20 @Ben called not")
    written = canonical(understood)
    assert written == (
        '2026-11-22: called @"Ana Lopez"; as:got/lead "a job, by luck"; as:note 2026-11-20 @"Ben Okafor" "called not"'
    )


@pytest.mark.parametrize("line", ["met Okafor", "MET O'NeIL", 'called @"Tom (HSBC)"'])
def test_somebody_new_stays_new_when_written_back(line: str) -> None:
    understood = read(line)
    assert made(read(canonical(understood))) == made(understood)
    assert any(isinstance(draft, ContactDraft) for draft in understood.made)


@pytest.mark.parametrize("line", ["DR O'NEIL", "Prof Carver"])
def test_a_title_in_quotes_is_text(line: str) -> None:
    understood = read(line)
    assert made(read(canonical(understood))) == made(understood)


def due(number: int, person: str, text: str, *, kind: str = "reminder") -> FollowUp:
    return FollowUp(
        id=f"{number:022d}", kind="promise" if kind == "promise" else "reminder", due="2026-11-20", text=text,
        people=(IDS[person],), made="2026-11-01T09:00:00+00:00",
    )  # fmt: skip


BUSY = (due(401, "Ana Lopez", "email Ana"), due(402, "Ana Lopez", "the list", kind="promise"))
BUSY_BOOK = BOOK.with_changes(tuple(Put(item) for item in BUSY))


@pytest.mark.parametrize(
    "line",
    [
        "emailed Ana", "texted Ana", "sent Ana the list", "called Ana about the list", "emailed Ana and Ben the list",
        "had coffee with Ana", "thanked Ana for the list", "Ana called", "helped Ana", "as:gave/call @Ana the list",
    ],
)  # fmt: skip
def test_what_is_closed_stays_so_when_written_back(line: str) -> None:
    understood = read(line, BUSY_BOOK)
    again = read(canonical(understood), BUSY_BOOK)
    assert made(again) == made(understood)
    assert canonical(again) == canonical(understood)


def test_settles_closes_by_the_words_of_what_is_open() -> None:
    (draft,) = read('texted Ana settles:"The list"', BUSY_BOOK).made
    assert isinstance(draft, InteractionDraft)
    assert [closed.follow_up for closed in draft.settles] == [f"{402:022d}"]

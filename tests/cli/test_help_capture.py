"""`swell help capture`: the grammar, generated from its own tables, with examples that are read as it says."""

import json
import re
from typing import Any

import pytest

from domain.capture import explained, tables
from domain.capture.dates import DatePhrase, date_at, plus_date
from domain.capture.explained import PEOPLE, TITLES, says
from domain.capture.explained import explained as parts_of
from domain.capture.set_out import broken, set_out
from domain.capture.spelled import SPELLED
from domain.capture.tables import MARKS
from domain.capture.understanding import understand
from domain.capture.verbs import TABLE, Row
from domain.capture.words import VALUED, words_of
from domain.settings import DEFAULT_WEIGHTS
from tests.cli.command_line import Swell
from tests.domain.capture_book import BOOK, MOMENT
from tests.domain.test_capture_cases import told

EXAMPLES = {example.line: example.says for part in parts_of(DEFAULT_WEIGHTS, MOMENT) for example in part.examples}
ANA, BEN, CARA, DEE = PEOPLE[:4]
SHOWN: dict[str, list[dict[str, Any]]] = {
    "called Ana about the move 45m": [{"direction": "gave", "kind": "call", "people": [ANA], "minutes": 45}],
    "lunch with Ana and Ben yesterday": [
        {"direction": "mutual", "kind": "meet", "people": [ANA, BEN], "date": "2026-11-21"}
    ],
    "introduced Ana to Ben re: studio space": [
        {"direction": "gave", "kind": "introduction", "people": [ANA, BEN]},
        {"type": "introduction", "stage": "made", "reason": "studio space"},
    ],
    "posted what I learned at the meetup": [{"direction": "gave", "kind": "post", "people": []}],
    "Ben helped me with my CV": [{"direction": "got", "kind": "help", "people": [BEN]}],
    "got a job lead from Cara via Ana": [{"direction": "got", "kind": "lead", "people": [CARA], "via": [ANA]}],
    "introduced to Nia by Dee": [
        {"type": "contact", "name": "Nia", "met_via": DEE},
        {"direction": "got", "kind": "introduction", "people": [DEE, "Nia"]},
    ],
    "was recommended by Dee for the panel": [{"direction": "got", "kind": "help", "people": [DEE]}],
    "heard back from Ben about the lease": [{"direction": "got", "kind": "message", "people": [BEN]}],
    "Ana is looking for a fintech CTO": [{"question": "looking for", "contact": ANA, "text": "a fintech CTO"}],
    "Ben told me he's working on a podcast": [{"question": "working on", "contact": BEN, "text": "a podcast"}],
    "Dee can help with pitch decks": [{"question": "offer", "contact": DEE, "text": "pitch decks"}],
    "I'm looking for a flat in Lisbon": [{"type": "ask", "text": "a flat in Lisbon"}],
    "promised Ana the gym list +fri": [{"kind": "promise", "people": [ANA], "due": "2026-11-27"}],
    "waiting on Ben for the contract +1w": [{"kind": "waiting", "people": [BEN], "due": "2026-11-29"}],
    "Cara owes me an answer": [{"kind": "waiting", "people": [CARA], "due": "2026-11-29", "due_is_default": True}],
    "Dee will send the numbers tomorrow": [{"kind": "waiting", "people": [DEE], "due": "2026-11-23"}],
    "call Ana tomorrow": [{"kind": "reminder", "people": [ANA], "due": "2026-11-23"}],
    "need to email Ben about the lease by thu": [{"kind": "reminder", "people": [BEN], "due": "2026-11-26"}],
    "intro Ana to Ben": [{"type": "introduction", "stage": "idea"}, {"kind": "promise", "people": [ANA, BEN]}],
    "tried to call Ben, no answer": [{"direction": "none", "kind": "note", "people": [BEN]}],
    "Ana: works at Studio Norte now": [{"direction": "none", "kind": "note", "people": [ANA]}],
    "met Joe Miller, CTO at Acme, he's hiring rust devs": [
        {"type": "contact", "name": "Joe Miller", "role": "CTO", "organisation": "Acme"},
        {"direction": "mutual", "kind": "meet", "people": ["Joe Miller"]},
        {"question": "looking for", "contact": "Joe Miller", "text": "rust devs"},
    ],
    'emailed @"Eve Stone" about the flat': [
        {"type": "contact", "name": "Eve Stone"},
        {"direction": "gave", "kind": "message", "people": ["Eve Stone"]},
    ],
    "2026-10-03: coffee with Ben": [{"kind": "meet", "people": [BEN], "date": "2026-10-03"}],
    "called Ana 3 days ago about the lease +2w": [
        {"kind": "call", "people": [ANA], "date": "2026-11-19"},
        {"type": "follow_up", "kind": "reminder", "people": [ANA], "due": "2026-12-06"},
    ],
    "met Ben on 31 nov": [{"kind": "meet", "people": [BEN], "text": "on 31 nov", "date": "2026-11-22"}],
    '@ana circle:close org:"Studio Norte"': [
        {"field": "circle", "contact": ANA, "value": "close"},
        {"field": "organisation", "contact": ANA, "value": "Studio Norte"},
    ],
    'coffee with Dee need:"a bookkeeper" tag:leeds min:30': [
        {"kind": "meet", "people": [DEE], "tags": ["leeds"], "minutes": 30},
        {"question": "looking for", "contact": DEE, "text": "a bookkeeper"},
    ],
    "called Ana, sent her the deck, thanked Ben +1w": [
        {"kind": "call", "people": [ANA]},
        {"kind": "share", "people": [ANA]},
        {"kind": "thanks", "people": [BEN]},
        {"type": "follow_up", "people": [BEN], "due": "2026-11-29"},
    ],
    'emailed Ana "call me tomorrow"': [{"kind": "message", "people": [ANA], "text": "call me tomorrow"}],
    "called Sam about the flat": [{"direction": "gave", "kind": "call"}],
    "tag:design +fri": [],
}
"""What each example is there to show."""


@pytest.mark.parametrize("line", SHOWN)
def test_the_examples_make_what_they_are_there_to_show(line: str) -> None:
    understood = understand(line, explained.example_book(), MOMENT, shell=True)
    made = [told(draft, understood) for draft in understood.made]
    assert [{key: each[key] for key in shown} for each, shown in zip(made, SHOWN[line], strict=True)] == SHOWN[line]


def test_every_example_is_looked_at() -> None:
    assert set(SHOWN) == set(EXAMPLES)


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_is_read_so_in_a_fuller_book_too(line: str) -> None:
    assert set(PEOPLE) <= {contact.name for contact in BOOK.contacts.values()}
    assert says(line, BOOK, MOMENT) == EXAMPLES[line]


@pytest.mark.parametrize("line", EXAMPLES)
def test_only_the_examples_of_unfiled_lines_are_unfiled(line: str) -> None:
    unfiled = parts_of(DEFAULT_WEIGHTS, MOMENT, ("What stays unfiled",))[0].examples
    kept = understand(line, explained.example_book(), MOMENT, shell=True).unfiled is not None
    assert kept == (line in {example.line for example in unfiled})


def test_every_verb_noun_and_thing_is_told_with_its_kind_and_direction() -> None:
    happened = tables.happened(DEFAULT_WEIGHTS)
    said = {(kind, way): words for table in happened[:1] for kind, way, _, words in table.rows}
    for row in TABLE:
        for phrase in row.past if row.kind != "note" else ():
            assert any(phrase == known or phrase.startswith(f"{known} ") or known.startswith(f"{phrase} ")
                       for known in said[row.kind, row.direction].split(", ")), phrase  # fmt: skip
    nouns = {noun for *_, words in happened[1].rows for noun in words.split(", ")}
    assert nouns == {noun for row in TABLE for noun in row.noun}


def test_a_new_verb_appears_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    more = (*TABLE, Row("help", "gave", ("watered plants for",), ("water plants for",), ("tea party",)))
    monkeypatch.setattr(tables, "TABLE", more)
    text = "\n".join("".join(piece.text for piece in line) for line in set_out(parts_of(DEFAULT_WEIGHTS, MOMENT), 200))
    assert all(words in text for words in ("watered plants for", "water plants for", "tea party"))


def test_every_mark_is_told_and_reads_as_it_is_written() -> None:
    assert set(VALUED) | {"@", "+", "\\", '"'} == set(MARKS)
    for mark, (written, does) in MARKS.items():
        assert does
        for form in written.split(", "):
            words = words_of(form)
            if mark in ("text", "\\", '"'):
                assert all(word.literal for word in words)
            else:
                assert [word.mark for word in words] == [mark]


def test_every_value_of_as_is_told() -> None:
    (*_, happened), (*_, others) = tables.marks(DEFAULT_WEIGHTS)[1].rows
    kinds = happened.partition("/ + ")[2].split(", ")
    assert {*(f"{way}/{kind}" for way in ("gave", "got", "mutual") for kind in kinds), *others.split(", ")} == SPELLED


def test_the_help_fits_80_columns_and_has_every_part(swell: Swell) -> None:
    answer = swell("help", "capture")
    assert (answer.status, answer.err) == (0, "")
    assert max(map(len, answer.lines)) <= 80
    assert [line for line in answer.lines if line in TITLES] == list(TITLES)
    assert not swell.book.exists()


def test_the_examples_are_read_today(swell: Swell) -> None:
    assert "promise Fri 27 Nov" in swell("help", "capture").out
    swell.later(days=7)
    assert "promise Fri 4 Dec" in swell("help", "capture").out


def test_the_points_are_those_of_the_settings(swell: Swell) -> None:
    assert "  call          gave    2       called" in swell("help", "capture").out
    swell.settings.write_text("[momentum.weights]\ncall = 2.5\n")
    assert "  call          gave    2.5     called" in swell("help", "capture").out


@pytest.mark.parametrize(
    ("variables", "settings"),
    [({"LC_ALL": "C"}, ""), ({"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"}, ""), ({}, "ascii = true")],
)
def test_where_only_ascii_is_wanted_nothing_else_is_printed(
    swell: Swell, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], settings: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    swell.settings.write_text(settings)
    text = swell("help", "capture").out
    assert all(32 <= ord(letter) <= 126 for letter in text.replace("\n", ""))
    assert "\n    -> gave - " in text


def test_one_part_is_printed_by_a_word_of_its_title(swell: Swell) -> None:
    answer = swell("help", "capture", "days")
    assert answer.lines[0] == "Days"
    assert "Marks" not in answer.lines


def test_a_part_that_is_none_is_wrong_usage(swell: Swell) -> None:
    answer = swell("help", "capture", "weather")
    assert (answer.status, answer.out) == (2, "")
    assert "there is no part “weather”; the parts are What happened, " in answer.err


def test_as_json_it_is_data(swell: Swell) -> None:
    data = swell("help", "capture", "--json").json
    call = next(row for row in data["verbs"] if row["kind"] == "call" and row["direction"] == "gave")
    assert call["points"] == DEFAULT_WEIGHTS["call"]
    assert "called" in call["past"]
    assert [part["title"] for part in data["parts"]] == list(TITLES)
    assert json.dumps(data).count('"line"') == len(EXAMPLES)


def test_long_words_are_broken_and_none_is_lost() -> None:
    assert broken("a bb " + "c" * 12, 5) == ["a bb", "ccccc", "ccccc", "cc"]
    for width in (30, 40, 60, 200):
        lines = list(set_out(parts_of(DEFAULT_WEIGHTS, MOMENT), width))
        assert max(sum(len(piece.text) for piece in line) for line in lines) <= width


def test_every_day_that_is_told_is_a_day() -> None:
    (table,) = tables.days(DEFAULT_WEIGHTS)
    told_of = {row[0]: re.sub(r" \(.*?\)", "", row[1]).split(", ") for row in table.rows}
    for name in ("words", "weekdays", "dates", "counted"):
        for phrase in told_of[name]:
            words = phrase.split()
            start = int(words[0] == "on")
            found = date_at(words, start, MOMENT.today)
            assert isinstance(found, DatePhrase), phrase
            assert start + found.size == len(words), phrase
    for phrase in told_of["after +"][:4]:
        assert isinstance(plus_date([phrase], 0, MOMENT.today), DatePhrase), phrase


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("managed to call Ana", {"direction": "gave", "kind": "call", "people": [ANA]}),
        ("made Ana a cake", {"direction": "gave", "kind": "share", "people": [ANA]}),
        ("wrote an article about the fair", {"direction": "gave", "kind": "post"}),
        ("won a contract from Ben", {"direction": "got", "kind": "lead", "people": [BEN]}),
        ("thanks to Ben for the talk", {"direction": "got", "people": [BEN]}),
        ("left Ana a voicemail", {"direction": "gave", "kind": "message", "people": [ANA]}),
        ("put Ana in touch with Ben", {"direction": "gave", "kind": "introduction", "people": [ANA, BEN]}),
        ("read Ana's draft", {"direction": "gave", "kind": "help"}),
        ("sent Ana a referral", {"direction": "gave", "kind": "lead", "people": [ANA]}),
        ("heard that Ana is hiring", {}),
        ("apparently Ana is looking for a flat", {"question": "looking for", "contact": ANA}),
        ("Ana knows Ben", {"type": "knows", "a": ANA, "b": BEN}),
        ("agreed to call Ana", {"kind": "promise", "people": [ANA]}),
        ("told Ana I'd call", {"kind": "promise", "people": [ANA]}),
        ("Ana wants me to review the deck", {"kind": "reminder", "people": [ANA]}),
        ("booked lunch with Ana for friday", {"kind": "reminder", "people": [ANA], "due": "2026-11-27"}),
        ("should I call Ana?", {"direction": "none", "kind": "note"}),
    ],
)
def test_what_the_tables_say_in_words_is_so(line: str, made: dict[str, Any]) -> None:
    understood = understand(line, explained.example_book(), MOMENT, shell=True)
    first = told(understood.made[0], understood)
    assert {key: first[key] for key in made} == made

"""What holds of any line at all."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.capture.as_json import as_json
from domain.capture.chips import chips
from domain.capture.filing import file_line
from domain.capture.forms.answers import HEARSAY
from domain.capture.lexicon import FUNCTION_WORDS, LEADS, PROMISING_LEADS
from domain.capture.understanding import Understood, understand
from domain.capture.words import line_of, one_line, words_of
from domain.model import Ask, Capture, Contact, Record
from domain.text import fold
from tests.domain.capture_book import BOOK, MOMENT, NAMES
from tests.domain.capture_text import LINES


def raw_of(record: Record) -> str:
    return record.line if isinstance(record, Capture) else getattr(record, "raw", "")


@settings(max_examples=400, deadline=None)
@given(LINES)
def test_any_line_is_understood_or_kept(line: str) -> None:
    understood = understand(line, BOOK, MOMENT, shell=True, names=NAMES)
    numbers = count(10**20)
    work = file_line(understood, BOOK, MOMENT, lambda: f"{next(numbers):022d}")
    assert understood.line == line
    assert work.changes or not line.strip()
    for record in work.result.made:
        assert raw_of(record) == line or isinstance(record, Contact | Ask)
    after = BOOK.with_changes(work.changes)
    assert as_json(work.result, after)["ok"] is True
    assert all(chip.text for chip in chips(understood))


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_tokens_lie_within_the_line(line: str) -> None:
    understood = understand(line, BOOK, MOMENT, names=NAMES)
    places = [(token.start, token.end) for token in understood.tokens]
    assert places == sorted(places)
    assert all(0 <= start < end for start, end in places)


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_records_name_only_people_who_are_there(line: str) -> None:
    understood = understand(line, BOOK, MOMENT, names=NAMES)
    numbers = count(10**20)
    work = file_line(understood, BOOK, MOMENT, lambda: f"{next(numbers):022d}")
    after = BOOK.with_changes(work.changes)
    for interaction in after.interactions.values():
        assert all(person in after.contacts for person in (*interaction.people, *interaction.via))
    assert all(answer.contact in after.contacts for answer in after.answers.values())
    assert all(person in after.contacts for item in after.follow_ups.values() for person in item.people)


@given(st.lists(st.text(st.characters(exclude_characters='"')), min_size=2, max_size=4))
def test_shell_arguments_lose_no_word(arguments: list[str]) -> None:
    assert line_of(arguments).replace('"', "").split() == " ".join(arguments).split()


def words_in(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


LEADING = " ".join(word for phrase in (*LEADS, *PROMISING_LEADS, *HEARSAY) for word in phrase)
SMALL = {
    *words_in(" ".join(FUNCTION_WORDS)),
    *words_in(LEADING),
    *words_in("touch up know thanks heard said then but back still who w will ve ll re s m d t im an"),
}
"""Words that may go without leaving anything: pronouns, prepositions, fillers, what leads to a verb."""


def strings_in(value: object, understood: Understood) -> Iterator[str]:
    """Every text in a draft; a person by name."""
    if isinstance(value, str):
        yield understood.people.get(value) or getattr(BOOK.contacts.get(value), "name", value)
    elif isinstance(value, tuple):
        for part in value:
            yield from strings_in(part, understood)


@settings(max_examples=500, deadline=None)
@given(LINES)
def test_no_word_is_lost_in_silence(line: str) -> None:
    understood = understand(line, BOOK, MOMENT, names=NAMES)
    if understood.unfiled is not None:
        return
    kept = [text for draft in understood.made for text in strings_in(tuple(draft), understood)]
    found = Counter(words_in(" ".join((*kept, *understood.warnings, *understood.hints))))
    for word in words_of(one_line(line)):
        if any(token.start < word.end and word.start < token.end for token in understood.tokens):
            continue
        parts = [part for part in words_in(word.text) if part not in SMALL]
        if SMALL.issuperset(words_in(word.key)):
            continue
        assert all(found[part] > 0 for part in parts), word.text
        found.subtract(parts)


@settings(max_examples=300, deadline=None)
@given(LINES, st.booleans())
def test_what_is_said_is_one_printable_sentence(line: str, shell: bool) -> None:
    understood = understand(line, BOOK, MOMENT, shell=shell, names=NAMES)
    why = [understood.unfiled.why] if understood.unfiled is not None else []
    for sentence in (*understood.hints, *understood.warnings, *why):
        assert sentence.strip() == sentence
        assert "\n" not in sentence
        assert sentence


BAD = {
    "control characters": "called Ana\x1b[31m about rent",
    "a pasted binary": "\x7fELF\x02\x01\x01\x00\x00 \ud8a1\udc00 \udcff",
    "half a character": "called Ana \udcff",
    "10,000 letters": "x" * 10_000,
    "10,000 letters in words": "called Ana and Ben about the studio; " * 270,
    "emoji": "called 👩‍👩‍👧‍👦 and Ana about the 🏳️‍🌈 party",
    "right to left": "called Ana about \u202eתשובה\u202c שלום",
    "a mark in the middle of a word": "called Ana a@b#c+d",
    "only marks": '@ # + @@ ## ++ : ; "',
    "an unclosed quote": 'called Ana "about the flat',
    "an unclosed quoted name": 'called @"Ana Lopez about the flat',
    "a date that is none": "called Ana on 31 nov",
    "a mark of nothing": "called Ana tag: min: via: +",
    "no letters": "\u200b\u200d\ufeff",
    "marks upon marks": "called Ana a" + "\u0301" * 300,
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD.keys())
def test_bad_input_is_understood_or_kept(line: str) -> None:
    understood = understand(line, BOOK, MOMENT, shell=True, names=NAMES)
    assert understood.line == line
    assert understood.unfiled is not None or understood.made
    assert all(chip.text for chip in chips(understood))

"""What holds of any line at all."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.capture.as_json import as_json
from domain.capture.chips import chips
from domain.capture.filing import file_line
from domain.capture.understanding import understand
from domain.capture.words import line_of
from domain.model import Ask, Capture, Contact, Record
from tests.domain.capture_book import BOOK, MOMENT, NAMES

WORDS = """called met sent got thanked introduced Ana Ben Sam May Will 李雷 she I her to with from via by and , ; . ? :
 @ana @Zed @"Joe Miller" tag:x #y +2w +fri when:fri min:5 need:a offer:"b c" circle:close email:x@y.z text:z \\w
 yesterday fri next tue 31 nov 3/10 looking for wants is hiring promised waiting on heard back coffee lunch 45m
 not tried to need I'll owes me knows thanks put in touch re: Ana: " ( ) ' 's"""
PIECES = WORDS.split()
LINES = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
)


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

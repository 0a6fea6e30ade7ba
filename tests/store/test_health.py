"""What the examination of a book says: each thing that is wrong, where it stands, and nothing of a healthy book."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.health import Health, examine
from store.migrations import FORMAT
from tests.store.broken_documents import BOOK, BROKEN, TWICE
from tests.store.sample_document import sample_bytes


def of(**tables: object) -> Health:
    """The health of a book with these tables."""
    return examine(json.dumps(tables).encode())


def clauses(health: Health) -> list[str]:
    """What is wrong with it, in both ways, without its place."""
    return [finding.what for finding in (*health.fatal, *health.odd)]


def test_nothing_is_wrong_with_a_healthy_book() -> None:
    assert clauses(examine(BOOK)) == []
    health = examine(sample_bytes())
    assert clauses(health) == []
    assert health.count("contacts") == 62
    assert health.count("nonsense") == 0
    assert clauses(examine(b"{}")) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_book_is_told(name: str) -> None:
    health = examine(BROKEN[name])
    assert len(health.fatal) == 1
    assert health.fatal[0].sentence.endswith(".")


@pytest.mark.parametrize("name", TWICE)
def test_what_stands_twice_is_told(name: str) -> None:
    assert "twice" in examine(TWICE[name]).fatal[0].what


def test_a_list_of_a_hundred_and_fifty_ways_to_be_broken() -> None:
    assert len(BROKEN) >= 150
    assert len(set(BROKEN.values())) == len(BROKEN)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "It is empty, without a single byte."),
        (b" \n", "It is empty, nothing but blanks."),
        (b"\0" * 512, "It holds nothing but zero bytes (512 of them)."),
        (b"\xff\xfe{\0}\0", "It begins with a byte order mark, as UTF-16 text does."),
        (b"\xef\xbb\xbf{}", "It begins with a byte order mark, as UTF-8 text does."),
        (b'{\n"a": {"1": "\xc3\xa4\xff"}}', "It is no UTF-8 text, byte 0xff cannot stand here (line 2, column 14)."),
        (BOOK[:40], "It is cut off (line 3, column 25)."),
        (BOOK[:-3], "It is cut off (line 7, column 2)."),
        (b'{\n"asks": {\n"1": {"id":"1" "text":"x"}}}', "A comma or a closing bracket is missing (line 3, column 16)."),
        (b'{\n"a": {\n"1": {"x":"NaN","y":NaN}}}', "NaN is no number of JSON (line 3, column 21)."),
        (b"{}\n\0\0", "Zero bytes follow its end (2 of them) (line 2, column 1)."),
        (b"{}\n\nx", "It goes on after its end (line 3, column 1)."),
        (b"[]", "It is no JSON object, as a book is (line 1, column 1)."),
        (b'{\n"contacts": []}', "Its table “contacts” is no object (line 2, column 1)."),
        (b'{\n"a": {"1": "\\ud83d"}}', "Half of a character is escaped, without its other half (line 2, column 13)."),
        (b'{\n"contacts": {},\n"contacts": {}}', "Its table “contacts” stands twice (line 3, column 1)."),
        (b'{"asks": {\n"1": {},\n"1": {}}}', "Asks 1 stands twice (line 3, column 1)."),
        (b'{"asks": {\n"1": {"a":1,"a":2}}}', "Asks 1 has the field “a” twice (line 2, column 1)."),
        (b'{"interactigns": {}}', "Its table “interactigns” seems to be “interactions”, misspelt (line 1, column 2)."),
    ],
)
def test_the_sentence_says_what_is_wrong_and_where(data: bytes, told: str) -> None:
    assert examine(data).fatal[0].sentence == told


def test_a_whole_character_in_escapes_is_no_half() -> None:
    assert clauses(of(more={"1": "\U0001f600 \\ud83d"})) == []


def test_a_table_that_is_no_object_is_odd_where_swell_does_not_know_it() -> None:
    health = of(more=5)
    assert (health.fatal, clauses(health)) == ((), ["its table “more” is no object"])


@pytest.mark.parametrize(
    ("table", "record", "told"),
    [
        ("contacts", 5, "contacts 7 is no object"),
        ("contacts", {}, "contacts 7 lacks the field “name”"),
        ("contacts", {"name": 17}, "contacts 7 has a field “name” that cannot be read (Expected str, got int)"),
        ("contacts", {"id": "8", "name": "Ana"}, "contacts 7 says that its id is “8”"),
        (
            "contacts",
            {"id": "7", "name": "Ana", "birthday": "1985-02-29"},
            "contacts 7 has an impossible day in “birthday”: “1985-02-29”",
        ),
        ("answers", {"id": "7", "contact": "1", "question": "after", "text": "x", "learnt": ""}, "no day in “learnt”"),
        ("knows", {"id": "7", "a": "1", "b": "99"}, "knows 7 names in “b” what is not there: 99"),
        ("asks", {"id": "7", "text": "x", "asked": ["99"]}, "asks 7 names in “asked” what is not there: 99"),
        ("steps", {}, "steps 7 is no step that could be taken back"),
    ],
)
def test_an_odd_record_is_told_and_is_no_reason_to_close_the_book(table: str, record: object, told: str) -> None:
    tables: dict[str, dict[str, object]] = {"contacts": {"1": {"id": "1", "name": "Ben"}}}
    tables.setdefault(table, {})["7"] = record
    health = of(**tables)
    assert health.fatal == ()
    assert len(health.odd) == 1
    assert told in health.odd[0].what
    assert health.odd[0].line == 1


def test_a_birthday_without_a_year_and_a_way_of_meeting_in_words_are_not_odd() -> None:
    met = {"id": "1", "name": "Ana", "birthday": "--02-29", "met_via": "the choir", "met_on": "2019"}
    assert clauses(of(contacts={"1": met})) == []


def test_a_newer_format_is_told_and_nothing_else_is_judged() -> None:
    health = of(meta={"1": {"format": FORMAT + 1}}, contacts={"1": 5})
    assert health.newer == FORMAT + 1
    assert len(clauses(health)) == 1
    assert f"format {FORMAT + 1}; this one knows {FORMAT}" in health.fatal[0].what


@pytest.mark.parametrize("found", ["2", 0, -1, 1.5, None, True, []])
def test_an_unknown_format_is_told(found: object) -> None:
    health = of(meta={"1": {"format": found}})
    assert health.newer == 0
    assert "“meta” is damaged" in health.fatal[0].what


def test_every_place_at_which_a_book_may_be_cut_off_is_noticed() -> None:
    end = BOOK.rstrip()
    assert [cut for cut in range(len(end)) if not examine(end[:cut]).fatal] == []


def test_every_flipped_bit_is_survived_and_none_makes_a_table_vanish_in_silence() -> None:
    for at in range(len(BOOK)):
        for bit in range(8):
            flipped = BOOK[:at] + bytes([BOOK[at] ^ 1 << bit]) + BOOK[at + 1 :]
            health = examine(flipped)
            assert health.fatal or health.count("contacts") == 1


@given(st.binary(max_size=300))
def test_no_bytes_at_all_raise_anything(data: bytes) -> None:
    assert isinstance(examine(data), Health)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(["contacts", "interactions", "asks", "meta", "steps", "more", ""])


@given(st.dictionaries(NAMES, JSON | st.dictionaries(st.text(max_size=3), JSON, max_size=3), max_size=4))
def test_no_document_raises_anything(tables: dict[str, object]) -> None:
    health = examine(json.dumps(tables).encode())
    assert all(finding.clause for finding in (*health.fatal, *health.odd))

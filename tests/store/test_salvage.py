"""What is read from a damaged book: every record that is whole, under its table, and nothing dropped in silence."""

import json
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import codec
from store.health import examine
from store.salvage import UNPLACED, Salvaged, salvage
from tests.store.broken_documents import BOOK, BROKEN
from tests.store.sample_document import sample_bytes

SAMPLE = sample_bytes()
LINES = SAMPLE.splitlines()
TABLE_LINE = re.compile(rb'"([a-z_]+)": \{(?:\}|$)', re.MULTILINE)


def records_of(data: bytes) -> dict[tuple[str, str], bytes]:
    """The bytes of every record of a whole book."""
    return {
        (name, key): bytes(record)
        for name, raw in codec.split_book(data).items()
        for key, record in codec.split_table(name, raw).items()
    }


def read(salvaged: Salvaged) -> dict[tuple[str, str], bytes]:
    """The bytes of every record that was salvaged."""
    return {
        (name, key): bytes(record)
        for name, table in salvaged.tables.items()
        if isinstance(table, dict)
        for key, record in table.items()
    }


def written(salvaged: Salvaged) -> bytes:
    """The book that the salvaged tables make."""
    return b"".join(codec.layout(iter(salvaged.tables.items())))


WHOLE = records_of(SAMPLE)


def records_by_line() -> list[tuple[str, str] | None]:
    """Which record stands on each line of the sample book."""
    found: list[tuple[str, str] | None] = []
    table = ""
    for line in LINES:
        opened = TABLE_LINE.match(line)
        table = opened[1].decode() if opened else table
        found.append((table, line[1 : line.index(b'"', 1)].decode()) if line[:1] == b'"' and not opened else None)
    return found


AT = records_by_line()


def test_a_whole_book_comes_out_as_it_went_in() -> None:
    salvaged = salvage(SAMPLE)
    assert read(salvaged) == WHOLE
    assert (salvaged.notes, salvaged.unread) == ((), ())
    assert written(salvaged) == SAMPLE


DAMAGE = st.sampled_from([b"rubbish", b"\xff\xfe\0", b"", b'"', b"}{", b'{"id":"1"', b'"name":"Ana",'])


@settings(deadline=None)
@given(st.dictionaries(st.integers(1, len(LINES) - 2), DAMAGE | st.integers(0, 400), min_size=1, max_size=12))
def test_however_many_lines_are_damaged_every_other_record_is_recovered(damage: dict[int, bytes | int]) -> None:
    damaged = [
        line if at not in damage else instead if isinstance(instead := damage[at], bytes) else line[:instead]
        for at, line in enumerate(LINES)
    ]
    salvaged = salvage(b"\n".join(damaged))
    expected = {where for at, where in enumerate(AT) if where is not None and at not in damage}
    found = read(salvaged)
    unplaced = {key for table, key in found if table == UNPLACED}
    assert {where for where in expected if found.get(where) != WHOLE[where] and where[1] not in unplaced} == set()
    assert unplaced == set() or any(AT[at] is None for at in damage)
    assert not examine(written(salvaged)).fatal


@settings(deadline=None)
@given(st.integers(1, len(SAMPLE) - 3), st.integers(0, 7))
def test_one_flipped_bit_costs_at_most_the_lines_it_touches(at: int, bit: int) -> None:
    salvaged = salvage(SAMPLE[:at] + bytes([SAMPLE[at] ^ 1 << bit]) + SAMPLE[at + 1 :])
    assert len(WHOLE.items() - read(salvaged).items()) <= 2
    assert not examine(written(salvaged)).fatal


@settings(deadline=None)
@given(st.integers(0, len(SAMPLE)))
def test_of_a_book_that_is_cut_off_all_before_the_cut_is_recovered(cut: int) -> None:
    lines = SAMPLE[:cut].split(b"\n")[:-1]
    before = {where for where in AT[: len(lines)] if where is not None}
    found = read(salvage(SAMPLE[:cut]))
    assert {where for where in before if found.get(where) != WHOLE[where]} == set()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_book_that_plain_tinydb_wrote_is_recovered_up_to_where_it_is_cut_off(
    share: float, indent: int | None
) -> None:
    plain = json.dumps(json.loads(SAMPLE), indent=indent).encode()
    cut = plain[: int(len(plain) * share)]
    found = read(salvage(cut))
    last = max(cut.rfind(f'"{key}": {{'.encode()) for _, key in found)
    assert len(found) == len(set(re.findall(rb'"(\d{22})": \{', cut[: last + 27])))
    assert {where for where, raw in found.items() if json.loads(raw) != json.loads(WHOLE[where])} == set()


def test_a_plain_book_with_a_hole_is_read_on_both_sides_of_it() -> None:
    plain = json.dumps(json.loads(SAMPLE)).encode()
    middle = len(plain) // 2
    salvaged = salvage(plain[:middle] + b"\0\xff]]}" + plain[middle + 5 :])
    assert len(WHOLE) - len(read(salvaged)) <= 2
    assert salvaged.unread != ()


def test_what_cannot_be_read_is_given_back_as_it_stood() -> None:
    bad = b'"2": {"id":"2","name":"Ben"'
    salvaged = salvage(BOOK.replace(b'"1": {"id"', bad + b'\n"1": {"id"'))
    assert salvaged.unread == (bad,)
    assert salvaged.count("contacts") == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_another_encoding_is_read(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    assert read(salvage(mark + SAMPLE.decode().encode(encoding))) == WHOLE


def test_zeros_at_the_end_cost_nothing() -> None:
    assert read(salvage(SAMPLE + b"\0" * 4096)) == WHOLE


def test_a_damaged_line_of_a_table_leaves_its_records_under_their_table() -> None:
    for opening in TABLE_LINE.finditer(SAMPLE):
        found = read(salvage(SAMPLE.replace(opening[0], b"#" * len(opening[0]), 1)))
        assert {where for where in WHOLE if where not in found and (UNPLACED, where[1]) not in found} == set()
        assert len({table for table, _ in found} - {table for table, _ in WHOLE}) <= 1
    found = read(salvage(SAMPLE.replace(b'"interactions": {', b"#", 1)))
    assert found == WHOLE


@pytest.mark.parametrize("opening", [b'"contacts": {', b'"steps": {', b'"meta": {'])
def test_the_history_and_what_a_book_says_of_itself_are_told_apart_too(opening: bytes) -> None:
    step = (
        b'"8": {"at":"x","label":"called Ana","origin":"y","session":"z","size":1,"changes":[["contacts","1",1,null]]}'
    )
    book = BOOK.replace(b'"meta": {', b'"steps": {\n' + step + b'\n},\n"meta": {')
    assert not examine(book).fatal
    assert read(salvage(book.replace(opening, b"#"))) == records_of(book)


def test_a_record_whose_table_cannot_be_told_is_kept_apart() -> None:
    salvaged = salvage(BOOK.replace(b'"contacts": {', b"#").replace(b'"name":"Ana Lopez"', b'"mood":"good"'))
    assert salvaged.count(UNPLACED) == 1


def test_of_two_records_with_one_id_both_are_kept() -> None:
    two = (
        b'{\n"contacts": {\n"1": {"id":"1","name":"Ana","rev":3},\n"1": {"id":"1","name":"Ben"},\n"2": {"id":"2"}\n}\n}'
    )
    salvaged = salvage(two)
    found = {key: json.loads(raw) for (_, key), raw in read(salvaged).items()}
    assert found == {"1": {"id": "1", "name": "Ana", "rev": 3}, "2": {"id": "2"}, "3": {"id": "3", "name": "Ben"}}
    assert salvaged.notes == ("contacts 1 stood twice with different contents; the older one is 3 now.",)


def test_two_alike_are_one() -> None:
    salvaged = salvage(b'{"contacts": {"1": {"name": "Ana"}, "1": {"name":"Ana"}}}')
    assert len(read(salvaged)) == 1
    assert "the same both times" in salvaged.notes[0]


def test_a_table_that_stands_twice_is_one() -> None:
    salvaged = salvage(b'{"contacts": {"1": {"name":"Ana"}}, "contacts": {"2": {"name":"Ben"}}}')
    assert [key for _, key in read(salvaged)] == ["1", "2"]


def test_of_a_field_that_stands_twice_the_last_counts_and_the_line_is_given_back() -> None:
    salvaged = salvage(b'{"contacts": {"1": {"name":"Ana","name":"Ben"}}}')
    assert [json.loads(raw) for raw in read(salvaged).values()] == [{"name": "Ben"}]
    assert salvaged.unread == (b'"1": {"name":"Ana","name":"Ben"}',)


def test_half_of_a_character_is_mended_and_the_line_is_given_back() -> None:
    salvaged = salvage(b'{"contacts": {"1": {"name":"Ana \\ud83d","more":"\\ud83d\\ude00"}}}')
    assert [json.loads(raw) for raw in read(salvaged).values()] == [{"name": "Ana \ufffd", "more": "\U0001f600"}]
    assert len(salvaged.unread) == 1


def test_a_misspelt_table_is_spelt_as_it_was_meant() -> None:
    salvaged = salvage(SAMPLE.replace(b'"interactions": {', b'"interactigns": {'))
    assert read(salvaged) == WHOLE
    assert salvaged.notes == ("The table “interactigns” is “interactions” again.",)


def test_unknown_tables_and_values_are_kept_and_known_ones_that_are_no_table_given_back() -> None:
    salvaged = salvage(b'{"more": 5, "plugin": {"a": {"deep": [1]}}, "asks": [1], "asks": {}')
    assert salvaged.tables["more"] == msgspec.Raw(b"5")
    assert read(salvaged) == {("plugin", "a"): b'{"deep": [1]}'}
    assert salvaged.unread == (b'"asks": [1]',)


@pytest.mark.parametrize("name", BROKEN)
def test_what_comes_of_any_broken_document_is_a_book(name: str) -> None:
    assert not examine(written(salvage(BROKEN[name]))).fatal


PIECES = st.sampled_from([b'"contacts": {', b'"1": {"id":"1"}', b"\n", b"}", b"},", b'"', b"{", b"[", b"\xff", b"\\u"])


@given(st.binary(max_size=200) | st.lists(PIECES, max_size=12).map(b"".join))
def test_what_comes_of_any_bytes_is_a_book(data: bytes) -> None:
    assert not examine(written(salvage(data))).fatal

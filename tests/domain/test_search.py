"""What search finds, in which order, and how it says why."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Book
from domain.model import Answer, Contact, Interaction
from domain.moment import Moment
from domain.search.index import SearchIndex
from domain.search.query import parse_query

MOMENT = Moment(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))

PEOPLE = (
    Contact(id="1", name="Ana Lopez", organisation="Studio Norte", role="designer", place="Leeds", tags=("design",)),
    Contact(id="2", name="Dee Marsh", organisation="Marsh Rooms", place="Leeds", notes="Is a cousin of Ana"),
    Contact(id="3", name="Hana Kim", role="surgeon", place="Leeds", circle="close"),
    Contact(id="4", name="John Smith", organisation="Joinery Works"),
    Contact(id="5", name="Joön Beck", aliases=("Beckett",)),
    Contact(id="6", name="Megan Price", circle="active"),
    Contact(id="7", name="George Washington Carver"),
    Contact(id="8", name="Łukasz Nowak", place="Kraków"),
    Contact(id="9", name="李雷", tags=("design/type",)),
    Contact(id="10", name="Dr. Siobhán O'Neil", organisation="St James's"),
    Contact(id="11", name="Anabel Weiß", aliases=("Bel",)),
    Contact(id="12", name="Chloé Van Damme", place="Ghent"),
)


def gave(number: int, day: str, *people: str) -> Interaction:
    return Interaction(id=f"i{number}", at=f"{day}T10:00:00+00:00", direction="gave", kind="call", people=people)


NOTE = Interaction(
    id="i4", at="2026-11-21T10:00:00+00:00", direction="none", kind="note", people=("8",), text="wants to try kayaks"
)
HAPPENED = (
    gave(1, "2026-11-20", "11"),
    gave(2, "2026-11-10", "11"),
    gave(3, "2026-06-01", "1"),
    NOTE,
    gave(5, "2026-12-24", "12"),
)
ANSWERS = (
    Answer(id="a1", contact="1", question="looking_for", text="a studio in Leeds by January", learnt="2026-11-01"),
    Answer(id="a2", contact="3", question="offers", text="Korean lessons", learnt="2026-10-01"),
    Answer(id="a3", contact="4", question="looking_for", text="an oven", learnt="2026-10-01", state="found"),
)


def book_of(people: tuple[Contact, ...] = PEOPLE) -> Book:
    return Book(
        {
            "contacts": {one.id: one for one in people},
            "interactions": {one.id: one for one in HAPPENED},
            "answers": {one.id: one for one in ANSWERS},
        }
    )


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex.of(book_of(), MOMENT)


@pytest.mark.parametrize(
    ("line", "first", "matched"),
    [
        ("beckett", "5", "alias"),
        ("bel", "11", "alias"),
        ("lop", "1", "name"),
        ("LUKASZ", "8", "name"),
        ("weiss", "11", "name"),
        ("chloe", "12", "name"),
        ("oneil", "10", "name"),
        ("o'neil", "10", "name"),
        ("dr siobhan", "10", "name"),
        ("gwc", "7", "name"),
        ("雷", "9", "name"),
        ("ashing", "7", "name"),
        ("jhon", "4", "name"),
        ("megn", "6", "name"),
        ("jhon smiht", "4", "name"),
        ("krakow", "8", "place"),
        ("joinery", "4", "organisation"),
        ("surg", "3", "role"),
        ("korean", "3", "can help"),
        ("kayak", "8", "note"),
        ("ana leeds", "1", "place"),
        ("hana from leeds", "3", "place"),
        ("ana january", "1", "looking for"),
    ],
)
def test_finds_first(index: SearchIndex, line: str, first: str, matched: str) -> None:
    hit = index.search(line)[0]
    assert (hit.contact, hit.matched) == (first, matched)


def test_names_come_before_other_fields_and_the_nearly_right_last(index: SearchIndex) -> None:
    found = [hit.contact for hit in index.search("ana")]
    assert found == ["11", "1", "2", "3"]  # two beginnings, a note, then Hana


def test_whom_you_deal_with_most_comes_first_among_equals(index: SearchIndex) -> None:
    assert [hit.contact for hit in index.search("an")][:2] == ["11", "1"]
    person = index.right_person("an")
    assert person is not None
    assert person.name == "Anabel Weiß"


def test_the_near_name_with_more_letters_in_common_comes_first(index: SearchIndex) -> None:
    assert [hit.contact for hit in index.search("jhon")] == ["4", "5"]


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        ("ana lop", ((0, 3), (4, 7))),
        ("gwc", ((0, 1), (7, 8), (18, 19))),
        ("ashin", ((8, 13),)),
        ("oneil", ((12, 18),)),
        ("weiss", ((7, 11),)),
        ("megn", ((0, 5),)),
        ("beckett", ()),
        ("krakow", ()),
        ("hana kim", ((0, 4), (5, 8))),
    ],
)
def test_says_where_the_name_fits(index: SearchIndex, line: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert index.search(line)[0].spans == spans


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("lopez", "name"),
        ("gwc", "initials"),
        ("jhon", "name, fuzzy"),
        ("krakow", "place"),
        ("beckett", "alias: Beckett"),
        ("cousin", "note: Is a cousin of Ana"),
        ("studio by", "looking for: a studio in Leeds by January"),
    ],
)
def test_says_in_short_why(index: SearchIndex, line: str, words: str) -> None:
    assert index.search(line)[0].words == words


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("tag:design", {"1", "9"}),
        ("tag:design/type", {"9"}),
        ('org:"studio norte"', {"1"}),
        ("place:leeds", {"1", "2", "3"}),
        ("place:leeds ana", {"1", "2", "3"}),
        ("place:leeds circle:close", {"3"}),
        ("circle:act", {"6"}),
        ("looking:studio", {"1"}),
        ("looking:oven", set()),
        ("offer:korean", {"3"}),
        ("quiet:3m ana", {"1", "2", "3"}),
        ("quiet:>3m lopez", {"1"}),
        ("quiet:1y lopez", set()),
        ("quiet:6m lopez", set()),
        ("quiet:5m lopez", {"1"}),
        ("quiet:1d anabel", {"11"}),
        ("quiet:3w anabel", set()),
    ],
)
def test_filters_narrow(index: SearchIndex, line: str, found: set[str]) -> None:
    assert {hit.contact for hit in index.search(line)} == found


@pytest.mark.parametrize("line", ["", "   ", "tag:", "quiet:soon", "quiet:"])
def test_a_line_that_asks_nothing_finds_everybody_most_dealt_with_first(index: SearchIndex, line: str) -> None:
    found = [hit.contact for hit in index.search(line)]
    assert len(found) == len(PEOPLE)
    assert found[:4] == ["11", "1", "3", "6"]  # dealt with, then by circle; what lies ahead does not count


def test_a_limit_holds(index: SearchIndex) -> None:
    assert len(index.search("", limit=5)) == 5
    assert [hit.contact for hit in index.search("leeds", limit=1)] == ["1"]


@pytest.mark.parametrize(
    "line", ["zzzzzz", "a" * 10_000, "(", "[a-z]*", "\\", "ana\x00", "a " * 5000, '"', 'org:"', "\ud800", "quiet:9999y"]
)
def test_hostile_lines_never_raise(index: SearchIndex, line: str) -> None:
    assert isinstance(index.search(line), list)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30))
def test_any_text_gives_hits_whose_spans_lie_in_the_name(line: str) -> None:
    index = SearchIndex.of(book_of(PEOPLE[:6]), MOMENT)
    names = {one.id: one.name for one in PEOPLE}
    for hit in index.search(line):
        edges = [edge for span in hit.spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(names[hit.contact]) for edge in edges)


def test_every_beginning_of_every_name_word_finds_its_person(index: SearchIndex) -> None:
    for one in PEOPLE:
        for word in one.name.replace("Dr. ", "").split():
            for length in range(1, len(word) + 1):
                assert one.id in {hit.contact for hit in index.search(word[:length])}


def test_a_changed_a_new_and_a_gone_person() -> None:
    index = SearchIndex.of(book_of(), MOMENT)
    ana = replace(PEOPLE[0], name="Ana Ortega", place="York")
    zoe = Contact(id="20", name="Zoë Larsen")
    after = book_of((ana, *PEOPLE[2:], zoe))
    for contact in ("1", "2", "20"):
        index.update(after, contact)
    assert [hit.contact for hit in index.search("ortega")] == ["1"]
    assert [hit.contact for hit in index.search("york")] == ["1"]
    assert [hit.contact for hit in index.search("zoe")] == ["20"]
    assert index.search("lopez") == []
    assert index.search("cousin") == []
    assert "2" not in {hit.contact for hit in index.search("")}


def test_it_can_be_asked_while_it_is_built_and_finds_everybody_at_the_end() -> None:
    people = tuple(Contact(id=str(number), name=f"Ana Number {number}") for number in range(350))
    index = SearchIndex(book_of(people), MOMENT)
    steps = 0
    for _ in index.build_in_slices():
        steps += 1
        assert len(index.search("ana", limit=1000)) <= len(people)
    assert steps > 4
    assert len(index.search("ana", limit=1000)) == len(people)


@pytest.mark.parametrize(
    ("line", "words", "filters", "days"),
    [
        ("Ana from Leeds", ("ana", "leeds"), (), 0),
        ("at", ("at",), (), 0),
        ("Tag:Design x", ("x",), (("tag", ("design",)),), 0),
        ("https://x", ("https", "x"), (), 0),
        ("quiet:>3m", (), (), 91),
        ("quiet:2w", (), (), 14),
    ],
)
def test_a_line_taken_apart(line: str, words: tuple[str, ...], filters: tuple[object, ...], days: int) -> None:
    query = parse_query(line)
    assert (query.words, query.filters, query.quiet_days) == (words, filters, days)


@pytest.mark.parametrize("line", ["[/]", "…", "tag:design ---"])
def test_signs_alone_fit_nobody(line: str) -> None:
    index = SearchIndex.of(Book({"contacts": {"1": Contact(id="1", name="Ana", tags=("design",))}}), MOMENT)
    assert index.search(line) == []

"""Whom a name on the command line means."""

import pytest

from domain.book import Book
from domain.errors import AmbiguousError, NotFoundError
from domain.model import Contact
from domain.search.person import find_person

PEOPLE = (
    Contact(id="0000000000000000000001", name="Ana Lopez", aliases=("Anita",)),
    Contact(id="0000000000000000000002", name="Ana Diaz"),
    Contact(id="0000000000000000000003", name="Łukasz Nowak"),
    Contact(id="0000000000000000000004", name="John Adeyemi"),
    Contact(id="0000000000000000000005", name="Sam Hill", organisation="Hill & Sons"),
    Contact(id="0000000000000000000006", name="Sam Hill"),
    Contact(id="0000000000000000000007", name="Mary Jane O'Neil"),
    Contact(id="0000000000000000000008", name="Annabel", notes="plays the oboe"),
)
BOOK = Book({"contacts": {one.id: one for one in PEOPLE}})


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("0000000000000000000002", "Ana Diaz"),
        ("ana diaz", "Ana Diaz"),
        ("ANITA", "Ana Lopez"),
        ("lukasz", "Łukasz Nowak"),
        ("John", "John Adeyemi"),
        ("Dr John Adeyemi", "John Adeyemi"),
        ("adey", "John Adeyemi"),
        ("ana l", "Ana Lopez"),
        ("mjo", "Mary Jane O'Neil"),
        ("o'neil", "Mary Jane O'Neil"),
    ],
)
def test_finds_the_one(name: str, found: str) -> None:
    assert find_person(BOOK, name).name == found


@pytest.mark.parametrize(
    ("name", "error", "says"),
    [
        ("Ana", AmbiguousError, "Two people are called Ana: Ana Lopez, Ana Diaz"),
        ("an", AmbiguousError, "Three people fit an: Ana Lopez, Ana Diaz, Annabel"),
        ("Jhon", NotFoundError, "Nobody is called Jhon; did you mean John Adeyemi?"),
        ("oboe", NotFoundError, "Nobody is called oboe. `swell add @Name` adds somebody"),
        ("  ", NotFoundError, "Say whom you mean"),
        ("([", NotFoundError, "Say whom you mean"),
    ],
)
def test_says_what_to_do(name: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as caught:
        find_person(BOOK, name)
    assert str(caught.value).startswith(says)


def test_people_of_one_name_are_told_apart_by_id() -> None:
    with pytest.raises(AmbiguousError, match=r"Hill & Sons 0000000000000000000005.*0000000000000000000006"):
        find_person(BOOK, "Sam Hill")


def test_a_long_name_is_cut_in_the_answer() -> None:
    with pytest.raises(NotFoundError) as caught:
        find_person(BOOK, "x" * 10_000)
    assert len(str(caught.value)) < 160


def test_a_name_from_outside_is_inert_in_the_answer() -> None:
    book = Book({"contacts": {"1": Contact(id="1", name="Eve\x1b[31m Red"), "2": Contact(id="2", name="Eve Blue")}})
    with pytest.raises(AmbiguousError) as caught:
        find_person(book, "Eve")
    assert "\x1b" not in str(caught.value)

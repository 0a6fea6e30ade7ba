"""What led from one state of the book to another is found without anybody having noted it."""

from hypothesis import given
from hypothesis import strategies as st

from domain.book import Book, Put, Remove
from domain.differing import MANY, changes_between
from domain.model import TABLES, Answer, Contact, Snooze

IDS = st.sampled_from([f"{number:022d}" for number in range(4)])
TEXTS = st.sampled_from(["a", "b"])


def books() -> st.SearchStrategy[Book]:
    """Small books with few ids, so that two of them share some."""
    contacts = st.dictionaries(IDS, TEXTS).map(lambda d: {id_: Contact(id=id_, name=name) for id_, name in d.items()})
    answers = st.dictionaries(IDS, TEXTS).map(
        lambda d: {
            id_: Answer(id=id_, contact=id_, question="offers", text=text, learnt="2026-11-01")
            for id_, text in d.items()
        }
    )
    return st.builds(lambda one, other: Book({"contacts": one, "answers": other}), contacts, answers)


@given(books(), books())
def test_the_changes_make_one_state_the_other_and_are_none_where_nothing_differs(before: Book, after: Book) -> None:
    changes = changes_between(before, after)
    assert changes is not None
    made = before.with_changes(changes)
    assert all(made.table(name) == after.table(name) for name in TABLES)
    assert changes_between(made, after) == ()
    assert len({(type(change), change.record.id if isinstance(change, Put) else change.id) for change in changes}) <= 8


def test_what_is_gone_is_removed() -> None:
    before = Book({"snoozes": {"1": Snooze(id="1", key="a"), "2": Snooze(id="2", key="b")}})
    assert changes_between(before, Book()) is not None
    assert set(changes_between(before, Book()) or ()) == {Remove("snoozes", "1"), Remove("snoozes", "2")}


def test_many_changes_are_not_told() -> None:
    people = {f"{number:022d}": Contact(id=f"{number:022d}", name="P") for number in range(MANY + 1)}
    assert changes_between(Book(), Book({"contacts": people})) is None

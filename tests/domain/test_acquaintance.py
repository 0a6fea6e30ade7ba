"""Who knows whom: what says so, and that it follows every change."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.acquaintance import Acquaintance, How, Tie
from domain.book import Book, Put, Remove
from domain.model import Contact, Interaction, Introduction, Knows
from tests.domain.diary import Diary


def ties(known: Acquaintance, contact: str) -> dict[str, Tie | None]:
    """Whom somebody knows, each with the surest tie."""
    return {other: known.tie(contact, other) for other in known.known_to(contact)}


def ways(known: Acquaintance, contact: Contact) -> dict[str, How]:
    """How they know each."""
    return {other: tie.how for other, tie in ties(known, contact.id).items() if tie is not None}


def test_what_shows_that_two_know_each_other() -> None:
    diary = Diary()
    ana, ben, cara, dee, eve, fay = (diary.person(name) for name in ("Ana", "Ben", "Cara", "Dee", "Eve", "Fay"))
    diary.add(Knows(id=diary.id(), a=ana.id, b=ben.id))
    diary.introduced(ana, cara, "made")
    diary.introduced(ana, eve, "asked_b")
    meeting = diary.act(ana, dee, kind="meet", direction="mutual")
    diary.act(ben, cara, direction="none", kind="note")
    diary.change(fay, met_via=meeting.id)
    diary.add(
        Interaction(
            id=diary.id(), at=diary.now.stamp, direction="got", kind="lead", people=(cara.id,), via=(ben.id,)
        )
    )  # fmt: skip
    known = Acquaintance(diary.book)
    assert ways(known, ana) == {
        ben.id: "said",
        cara.id: "introduced",
        dee.id: "together",
        fay.id: "met through",
    }
    assert known.knows(cara.id, ben.id)
    tie = known.tie(ben.id, cara.id)
    assert tie is not None
    assert tie.how == "by way of"
    assert not known.knows(ana.id, eve.id)
    assert known.tie(ana.id, eve.id) is None
    assert not known.knows(ana.id, ana.id)


def test_a_crowd_need_not_know_each_other() -> None:
    diary = Diary()
    many = [diary.person(f"P{number}") for number in range(9)]
    diary.act(*many, kind="turn up")
    assert not Acquaintance(diary.book).knows(many[0].id, many[1].id)


def test_the_way_to_somebody_and_an_introduction_by_somebody_show_it_too() -> None:
    diary = Diary()
    ana, joe, kim, lee = (diary.person(name) for name in ("Ana", "Joe", "Kim", "Lee"))
    diary.change(diary.act(joe, direction="mutual", kind="meet"), via=(ana.id,))
    diary.act(ana, kim, direction="got", kind="introduction")
    diary.change(lee, met_via=kim.id)
    diary.introduced(joe, lee, "declined")
    diary.add(Introduction(id=diary.id(), a=ana.id, b=ana.id, stage="made"))
    known = Acquaintance(diary.book)
    assert ways(known, ana) == {joe.id: "by way of", kim.id: "introduced"}
    assert ways(known, kim) == {ana.id: "introduced", lee.id: "met through"}
    gone = diary.copy()
    diary.make((Remove("contacts", lee.id),))
    touched = known.make((Remove("contacts", lee.id),), gone, diary.book)
    assert {kim.id, lee.id} <= touched
    assert not known.knows(kim.id, lee.id)


PEOPLE = ("1", "2", "3", "4")
who = st.sampled_from(PEOPLE)


@st.composite
def changes(draw: st.DrawFn) -> Any:
    number = draw(st.integers(1, 3))
    match draw(st.integers(0, 5)):
        case 0:
            return Put(Contact(id=draw(who), name="X", met_via=draw(st.sampled_from(["", "11", "12", *PEOPLE]))))
        case 1:
            people = tuple(draw(st.lists(who, max_size=3, unique=True)))
            return Put(Interaction(id=f"1{number}", at="2026-11-20", direction="mutual", kind="meet", people=people))
        case 2:
            stage = draw(st.sampled_from(["idea", "made"]))
            return Put(Introduction(id=f"2{number}", a=draw(who), b=draw(who), stage=stage))  # type: ignore[arg-type]
        case 3:
            return Put(Knows(id=f"3{number}", a=draw(who), b=draw(who)))
        case _:
            table, first = draw(
                st.sampled_from([("interactions", "1"), ("introductions", "2"), ("knows", "3"), ("contacts", "")])
            )
            return Remove(table, f"{first}{number}")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(changes(), min_size=1, max_size=3), max_size=8))
def test_what_is_kept_is_what_would_be_gathered_anew(steps: list[list[Any]]) -> None:
    book = Book({})
    kept = Acquaintance(book)
    for told in steps:
        after = book.with_changes(tuple(told))
        kept.make(told, book, after)
        book = after
        anew = Acquaintance(book)
        for one in PEOPLE:
            assert ties(kept, one) == ties(anew, one)

"""What becomes of an ask: opened once, asked of people, waited for, answered, closed by what came back, taken back."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ask_returns import closing, may_close
from domain.ask_words import asking_words
from domain.asking import (
    answered,
    asked,
    close,
    need_in,
    no_answer_from,
    open_and_ask,
    open_ask,
    reword,
    same_need,
    waiting_for,
    where_it_stands,
)
from domain.asks import way
from domain.book import Book
from domain.desk import joined
from domain.errors import BadInputError, ChangedError, NotFoundError
from domain.model import Ask, AskStage, Contact, Kind
from domain.settings import DEFAULT_TEMPLATES, Settings
from tests.domain.diary import Diary


@pytest.mark.parametrize(
    ("typed", "need"),
    [
        ("I'm looking for a flat in Lisbon", "a flat in Lisbon"),
        ("i’m  looking for   a flat", "a flat"),
        ("im looking for a flat", "a flat"),
        ("I am searching for a plumber", "a plumber"),
        ("looking for a plumber", "a plumber"),
        ("we're looking for a drummer", "a drummer"),
        ("I need a lift", "a lift"),
        ("I need to move house", "I need to move house"),
        ("a flat, looking for light", "a flat, looking for light"),
        ("  ", ""),
    ],
)
def test_the_need_alone(typed: str, need: str) -> None:
    assert need_in(typed) == need


def test_the_same_need_is_one_ask() -> None:
    diary = Diary()
    first = open_ask(diary.book, "I'm looking for a Café in Lisbon", diary.now, diary.id)
    diary.make(first.changes)
    again = open_ask(diary.book, "a cafe  in lisbon.", diary.now, diary.id)
    assert (again.changes, again.result) == ((), first.result)
    assert first.result.raw == "I'm looking for a Café in Lisbon"
    diary.make(close(diary.book, first.result.id, diary.now).changes)
    assert same_need(diary.book, "a café in Lisbon") is None
    assert open_ask(diary.book, "a café in Lisbon", diary.now, diary.id).changes


@pytest.mark.parametrize("typed", ["", "  ", "I'm looking for  ", "...", " - "])
def test_an_ask_has_words(typed: str) -> None:
    with pytest.raises(BadInputError, match="Say what you need"):
        open_ask(Book({}), typed, Diary().now, Diary().id)


def test_who_was_asked_is_waited_for_until_they_answer() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    work = open_and_ask(diary.book, "a flat", ana.id, diary.now, diary.id)
    diary.make(work.changes)
    one = work.result
    assert where_it_stands(one, diary.book) == "asked Ana"
    diary.make(asked(diary.book, one.id, ben.id, diary.now, diary.id).changes)
    note = max(diary.book.interactions.values(), key=lambda each: each.id)
    assert (note.direction, note.text, note.people) == ("none", "asked about a flat", (ben.id,))
    waiting = waiting_for(diary.book, one)
    assert [(each.kind, each.due, each.text) for each in waiting] == [("waiting", "2026-11-29", "a flat")]
    now = diary.book.asks[one.id]
    assert where_it_stands(now, diary.book) == "asked two"
    assert {each.people[0] for each in waiting_for(diary.book, now)} == {ana.id, ben.id}
    diary.make(reword(diary.book, one.id, "a flat with a balcony").changes)
    now = diary.book.asks[one.id]
    assert {each.text for each in waiting_for(diary.book, now)} == {"a flat with a balcony"}
    diary.make(answered(diary.book, one.id, ana.id, diary.now, helped=False).changes)
    now = diary.book.asks[one.id]
    assert [each.people for each in waiting_for(diary.book, now)] == [(ben.id,)]
    assert no_answer_from(now) == (ben.id,)
    assert where_it_stands(now, diary.book) == "asked Ben, Ana could not"
    came = diary.act(ben, direction="got", kind="lead", text="a flat")
    diary.make(close(diary.book, one.id, diary.now, by=came.id).changes)
    now = diary.book.asks[one.id]
    assert waiting_for(diary.book, now) == []
    assert where_it_stands(now, diary.book) == "it came from Ben"
    desk = diary.add(Ask(id=diary.id(), text="a desk", opened="2026-11-20"))
    diary.make(close(diary.book, desk.id, diary.now).changes)
    assert where_it_stands(diary.book.asks[desk.id], diary.book) == "dropped"


def test_words_of_another_ask_are_taken() -> None:
    diary = Diary()
    flat = diary.add(Ask(id=diary.id(), text="a flat", opened="2026-11-20"))
    desk = diary.add(Ask(id=diary.id(), text="a desk", opened="2026-11-20"))
    with pytest.raises(BadInputError, match="already: a flat"):
        reword(diary.book, desk.id, "A flat.")
    assert reword(diary.book, flat.id, "I'm looking for a flat").changes == ()
    with pytest.raises(NotFoundError):
        reword(diary.book, "none", "a boat")


def test_who_was_asked_and_is_gone_is_somebody() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    one = diary.add(Ask(id=diary.id(), text="a flat", stage="asked", opened="2026-11-20", asked=("gone", ana.id)))
    assert where_it_stands(one, diary.book) == "asked two"
    with pytest.raises(NotFoundError, match="no longer in the book"):
        answered(diary.book, one.id, "gone", diary.now, helped=True)
    with pytest.raises(NotFoundError, match="no longer in the book"):
        asked(diary.book, one.id, "nobody", diary.now, diary.id)
    alone = diary.add(Ask(id=diary.id(), text="a desk", stage="asked", opened="2026-11-20", asked=("gone",)))
    assert where_it_stands(alone, diary.book) == "asked somebody"


@pytest.mark.parametrize(
    ("asked_first", "kind", "text", "closes"),
    [
        (True, "share", "a flat by the river", True),
        (True, "help", "", True),
        (True, "share", "a birthday card", False),
        (True, "message", "how are you", False),
        (False, "share", "a flat in Lisbon", True),
        (False, "help", "with the flat", False),
        (False, "help", "", False),
    ],
)
def test_what_may_close_an_ask(asked_first: bool, kind: Kind, text: str, closes: bool) -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    asked_ones = (ana.id,) if asked_first else ()
    stage: AskStage = "asked" if asked_first else "open"
    one = diary.add(Ask(id=diary.id(), text="a flat in Lisbon", stage=stage, opened="2026-11-01", asked=asked_ones))
    came = diary.act(ana, direction="got", kind=kind, text=text)
    assert (may_close(diary.book, came, diary.now.today) == [one]) is closes
    before = diary.act(ana, direction="got", kind=kind, text=text, ago=40)
    assert may_close(diary.book, before, diary.now.today) == []
    gave = diary.act(ana, direction="gave", kind=kind, text=text)
    assert may_close(diary.book, gave, diary.now.today) == []


def test_by_way_of_who_was_asked_and_the_likeliest_first() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana Lopez"), diary.person("Ben Okafor")
    desk = diary.add(Ask(id=diary.id(), text="a desk by a window", stage="asked", opened="2026-11-01", asked=(ana.id,)))
    flat = diary.add(Ask(id=diary.id(), text="a flat", stage="asked", opened="2026-11-01", asked=(ana.id,)))
    came = diary.change(diary.act(ben, direction="got", kind="lead", text="a flat"), via=(ana.id,))
    assert may_close(diary.book, came, diary.now.today) == [flat, desk]
    assert closing(diary.book, flat, diary.now.today) == [came]
    diary.make(close(diary.book, flat.id, diary.now, by=came.id).changes)
    assert closing(diary.book, desk, diary.now.today) == []


def test_the_words_to_ask_with() -> None:
    contacts = {"a": Contact(id="a", name="Ana Lopez"), "b": Contact(id="b", name="Ben Okafor")}
    one = Ask(id="1", text="a flat in Lisbon.", opened="2026-11-20")
    settings = Settings(name="May Tanaka")
    help_, lead = asking_words(one, settings, contacts, "a"), asking_words(one, settings, contacts, "a", "b")
    assert help_.text.startswith("Ana, I am looking for a flat in Lisbon, and you came to mind.")
    assert help_.text.endswith("\n\nMay")
    assert "Ben may be the one to ask" in lead.text
    openly = asking_words(one, settings, contacts)
    assert (openly.to, openly.text.split(".")[0]) == ((), "I am looking for a flat in Lisbon")
    assert asking_words(one, settings, contacts, "gone").to == ()
    broken = Settings(templates={**DEFAULT_TEMPLATES, "ask_help": "$nobody, $about"})
    wrong = asking_words(one, broken, contacts, "a")
    assert wrong.text.startswith("Ana, I am looking for")
    assert wrong.complaint.startswith("templates.ask_help:")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (("knows", "knows"), "Ana knows Ben, who knows Cara"),
        (("was introduced to", "has met"), "Ana was introduced to Ben, who has met Cara"),
        (("you met through them", "led you to"), "you met Ben through Ana, who led you to Cara"),
        (("was met through", "you met through them"), "you met Ana through Ben, through whom you met Cara"),
        (("was led to by", "was met through"), "Ana came by way of Ben, whom you met through Cara"),
        (("knows",), "Ana knows Ben"),
    ],
)
def test_a_way_in_words(how: tuple[str, ...], words: str) -> None:
    contacts = {id_: Contact(id=id_, name=name) for id_, name in (("a", "Ana"), ("b", "Ben"), ("c", "Cara"))}
    assert way(("a", "b", "c")[: len(how) + 1], how, contacts) == words


STEPS = st.lists(
    st.tuples(st.sampled_from(("ask", "helped", "could not", "reword", "close")), st.sampled_from("abc")), max_size=12
)


@given(STEPS)
def test_whatever_is_done_people_are_asked_before_they_answer_and_nobody_is_waited_for_after(
    steps: list[tuple[str, str]],
) -> None:
    people = {name: Contact(id=name, name=f"{name.title()} Person") for name in "abc"}
    book = Book({"contacts": dict(people)}).load_all()
    now, numbers = Diary().now, itertools.count(1)

    def ids() -> str:
        return f"{next(numbers):022d}"

    work = open_ask(book, "a flat", now, ids)
    book = book.with_changes(work.changes)
    id_ = work.result.id
    for step, who in steps:
        try:
            if step == "ask":
                changes = asked(book, id_, who, now, ids).changes
            elif step == "reword":
                changes = reword(book, id_, f"a flat {who}").changes
            elif step == "close":
                changes = close(book, id_, now).changes
            else:
                changes = answered(book, id_, who, now, helped=step == "helped").changes
        except (BadInputError, ChangedError):
            continue
        book = book.with_changes(joined(changes, ()))
        one = book.asks[id_]
        assert not set(one.helped) & set(one.could_not)
        assert {*one.helped, *one.could_not} <= set(one.asked)
        waited = [each for each in book.follow_ups.values() if each.state == "open"]
        people_waited = [each.people[0] for each in waited]
        assert len(people_waited) == len(set(people_waited))
        assert set(people_waited) <= set(no_answer_from(one))
        assert not (one.stage == "closed" and waited)
        assert (one.stage == "open") == (not one.asked) or one.stage == "closed"
        assert (one.stage == "helped") <= bool(one.helped)

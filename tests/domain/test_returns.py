"""Where returns came from, how long they took, and what they may have grown from."""

import pytest

from domain.acquaintance import Acquaintance
from domain.book import Book
from domain.errors import BadInputError, NotFoundError
from domain.model import Interaction, Knows
from domain.returns import Lag, grew_from, lag, months, said, set_because, shares, whence
from tests.domain.diary import TODAY, Diary


def test_a_return_is_direct_one_step_on_or_out_of_the_blue() -> None:
    diary = Diary()
    ana, ben, cara, dee = (diary.person(name) for name in ("Ana", "Ben", "Cara", "Dee"))
    early = diary.act(ana, direction="got", kind="lead", ago=50)
    diary.act(ana, ago=40)
    direct = diary.act(ana, direction="got", kind="help", ago=10)
    diary.add(Knows(id=diary.id(), a=ana.id, b=ben.id))
    step = diary.act(ben, direction="got", kind="lead", ago=5)
    by_way = diary.add(
        Interaction(id=diary.id(), at=diary.now.stamp, direction="got", kind="lead", people=(dee.id,), via=(ana.id,))
    )
    blue = diary.act(cara, direction="got", kind="share", ago=5)
    found = whence(diary.book, Acquaintance(diary.book), TODAY)
    assert found == {
        early.id: "out of the blue",
        direct.id: "direct",
        step.id: "one step on",
        by_way.id: "one step on",
        blue.id: "out of the blue",
    }
    assert shares(found.values()) == (1, 2, 2)
    assert said(shares(found.values()), lag(diary.book, TODAY)) == [
        "Of 5 returns: 1 from people you had given to, 2 one step on, 2 out of the blue.",
        "From give to return: too early to tell.",
    ]
    assert said(shares([]), lag(Book({}), TODAY)) == ["Nothing has come back yet; that takes time."]


def test_a_lag_is_told_from_eight_returns_on() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    first = diary.act(ana, ago=200)
    diary.act(ana, ago=60)
    for ago in range(50, 57):
        diary.act(ana, direction="got", kind="help", ago=ago)
    assert lag(diary.book, TODAY).words == "too early to tell"
    last = diary.act(ana, direction="got", kind="help", ago=10)
    assert lag(diary.book, TODAY) == Lag(8, 7.5, 4, 50)
    diary.make(set_because(diary.book, last.id, [first.id, "gone", last.id]).changes)
    assert diary.book.interactions[last.id].because_of == (first.id,)
    assert lag(diary.book, TODAY).words == "half of it within 8 d; 4 d to 6 months"


def test_a_return_grew_from_gives_to_its_people_and_on_its_path() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben")
    old = diary.act(ana, ago=400, text="the flat")
    flat = diary.act(ana, ago=90, text="about the flat")
    call = diary.act(ana, ago=5)
    path = diary.act(ben, ago=7)
    later = diary.act(ana, ago=0)
    came = diary.add(
        Interaction(
            id=diary.id(), at="2026-11-20T10:00:00+00:00", direction="got", kind="lead", people=(ana.id,),
            via=(ben.id,), text="a flat",
        )
    )  # fmt: skip
    assert [one.id for one in grew_from(diary.book, came)] == [flat.id, call.id, path.id]
    assert {old.id, later.id}.isdisjoint(one.id for one in grew_from(diary.book, came))
    with pytest.raises(BadInputError):
        set_because(diary.book, call.id, [flat.id])
    with pytest.raises(NotFoundError):
        set_because(diary.book, "gone", [])


def test_months_are_counted_with_those_in_which_nothing_was() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    diary.act(ana, ago=0)
    diary.act(ana, direction="mutual", kind="meet", ago=3)
    diary.act(ana, direction="got", kind="help", ago=70)
    diary.act(ana, direction="none", kind="note", ago=1)
    diary.act(ana, ago=-5)
    found = months(diary.book.interactions.values(), TODAY, 4)
    assert found == [("2026-08", 0, 0), ("2026-09", 0, 1), ("2026-10", 0, 0), ("2026-11", 2, 0)]
    assert [one.month for one in months([], TODAY, 14)][:2] == ["2025-10", "2025-11"]

"""Where returns came from, how long they took, what they may have grown from, and by whose way they came."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.acquaintance import Acquaintance
from domain.book import Book
from domain.dealings import Dealings
from domain.errors import BadInputError, NotFoundError
from domain.model import Direction, Interaction, Knows
from domain.moment import Moment
from domain.momentum.months import by_month, lag
from domain.returns import (
    explained,
    grew_from,
    origins,
    paths,
    said,
    set_because,
    set_via,
    shares,
)
from tests.domain.diary import TODAY, Diary, moment


def acquaintance(diary: Diary) -> Acquaintance:
    """Who knows whom in the diary's book."""
    return Acquaintance(diary.book)


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
    ahead = diary.act(ana, direction="got", kind="share", ago=-5)
    found = origins(diary.book, acquaintance(diary), TODAY).whence
    assert found == {
        early.id: "out of the blue",
        direct.id: "direct",
        step.id: "one step on",
        by_way.id: "one step on",
        blue.id: "out of the blue",
    }
    assert ahead.id not in found
    told = {
        one.id: explained(diary.book, Dealings(diary.book.interactions), one, acquaintance(diary))
        for one in (direct, step, by_way, blue)
    }
    assert told == {
        direct.id: ("direct", "something had gone out to Ana before"),
        step.id: ("one step on", "something had gone out to Ana, who knows Ben (you said so)"),
        by_way.id: ("one step on", "something had gone out to Ana, by whose way it came"),
        blue.id: ("out of the blue", "nothing had gone out to them, nor to anybody who is known to know them"),
    }
    everything = origins(diary.book, acquaintance(diary), TODAY)
    assert shares(found.values()) == everything.shares(diary.book.interactions.values()) == (1, 2, 2)
    assert said(shares(found.values()), everything.lag(diary.book.interactions.values())) == [
        "5 came back: 1 direct, 2 one step on, 2 out of the blue.",
        "From a give to a return: too early to tell, 2 so far.",
    ]
    assert said(shares([]), lag({}, diary.now))[0] == "Nothing has come back yet; that takes time."


def test_whom_you_were_introduced_to_gave_nothing_yet() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben")
    diary.act(ben, ago=40)
    brought = diary.add(
        Interaction(id=diary.id(), at=diary.now.stamp, direction="got", kind="introduction", people=(ana.id, ben.id))
    )
    dealings = Dealings(diary.book.interactions)
    assert origins(diary.book, acquaintance(diary), TODAY).whence[brought.id] != "direct"
    assert explained(diary.book, dealings, brought, acquaintance(diary))[0] != "direct"
    assert grew_from(dealings, brought) == []
    assert lag(diary.book.interactions, moment()).returns == 0


def test_thanks_on_the_same_day_do_not_lie_before_what_they_are_for() -> None:
    diary = Diary()
    eve = diary.person("Eve")
    lead = diary.act(eve, direction="got", kind="lead", ago=3)
    thanks = diary.act(eve, kind="thanks", ago=3)
    assert lead.at == thanks.at
    assert origins(diary.book, acquaintance(diary), TODAY).whence == {lead.id: "out of the blue"}
    assert grew_from(Dealings(diary.book.interactions), lead) == []


def test_a_lag_is_told_from_eight_returns_on_and_is_the_one_of_momentum() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    first = diary.act(ana, ago=200)
    diary.act(ana, ago=60)
    for ago in range(50, 57):
        diary.act(ana, direction="got", kind="help", ago=ago)
    assert lag(diary.book.interactions, diary.now).words == "too early to tell"
    last = diary.act(ana, direction="got", kind="help", ago=10)
    found = lag(diary.book.interactions, diary.now)
    assert (found.returns, found.middle, found.least, found.most) == (8, 7.5, 4, 50)
    diary.make(set_because(diary.book, last.id, [first.id, "gone"]).changes)
    assert diary.book.interactions[last.id].because_of == (first.id,)
    found = lag(diary.book.interactions, diary.now)
    assert found.words == "8 d in the middle, 4 d to 6 months"
    assert origins(diary.book, acquaintance(diary), TODAY).lag(diary.book.interactions.values()) == found


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
    assert [one.id for one in grew_from(Dealings(diary.book.interactions), came)] == [flat.id, call.id, path.id]
    assert {old.id, later.id}.isdisjoint(one.id for one in grew_from(Dealings(diary.book.interactions), came))
    diary.make(set_because(diary.book, came.id, [call.id]).changes)
    now = diary.book.interactions[came.id]
    assert [one.id for one in grew_from(Dealings(diary.book.interactions), now)] == [flat.id, path.id]
    everything = origins(diary.book, acquaintance(diary), TODAY)
    assert everything.grown == {call.id: [came.id]}
    assert set_because(diary.book, came.id, [call.id]).changes == ()
    assert set_because(diary.book, came.id, []).label == "grew from nothing in particular: a flat"


def test_the_path_is_proposed_from_those_given_to_who_know_the_giver() -> None:
    diary = Diary()
    ana, ben, cara, dee, eve = (diary.person(name) for name in ("Ana", "Ben", "Cara", "Dee", "Eve"))
    diary.act(ana, ago=30)
    diary.act(cara, ago=20)
    diary.add(Knows(id=diary.id(), a=ana.id, b=ben.id))
    diary.add(Knows(id=diary.id(), a=cara.id, b=ben.id))
    diary.add(Knows(id=diary.id(), a=dee.id, b=ben.id))
    lead = diary.act(ben, direction="got", kind="lead", ago=5, text="a lead")
    found = paths(diary.book, Dealings(diary.book.interactions), lead, acquaintance(diary))
    assert [(one.person, one.how, one.is_said) for one in found] == [
        (cara.id, "knows Ben (you said so)", False),
        (ana.id, "knows Ben (you said so)", False),
    ]
    work = set_via(diary.book, lead.id, [eve.id])
    assert work.label == "via Eve: a lead"
    diary.make(work.changes)
    now = diary.book.interactions[lead.id]
    first, *_ = paths(diary.book, Dealings(diary.book.interactions), now, acquaintance(diary))
    assert first == (eve.id, "", True)
    assert set_via(diary.book, lead.id, []).label == "via nobody: a lead"


def test_what_makes_no_sense_of_a_return_is_one_sentence() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    call = diary.act(ana, ago=5)
    lead, other = (diary.act(ana, direction="got", kind="lead", ago=ago) for ago in (3, 2))
    for book, wrong in ((diary.book, call.id),):
        with pytest.raises(BadInputError, match="Only something that came back grows from gives"):
            set_because(book, wrong, [call.id])
        with pytest.raises(BadInputError, match="Only something that came back has a path"):
            set_via(book, wrong, [ana.id])
    with pytest.raises(NotFoundError, match="no longer in the book"):
        set_because(diary.book, "gone", [])
    with pytest.raises(BadInputError, match="Nothing grows from itself"):
        set_because(diary.book, lead.id, [lead.id])
    with pytest.raises(BadInputError, match="this came back itself"):
        set_because(diary.book, lead.id, [other.id])
    with pytest.raises(BadInputError, match="It came from Ana; the path is who led there"):
        set_via(diary.book, lead.id, [ana.id])
    with pytest.raises(NotFoundError, match="This person is no longer in the book"):
        set_via(diary.book, lead.id, ["gone"])


def test_months_are_counted_with_those_in_which_nothing_was() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    diary.act(ana, ago=0)
    diary.act(ana, direction="mutual", kind="meet", ago=3)
    diary.act(ana, direction="got", kind="help", ago=70)
    diary.act(ana, direction="none", kind="note", ago=1)
    diary.act(ana, ago=-5)
    found = by_month((), diary.book.interactions.values(), moment(), 4)
    assert [(one.month, one.gives, one.returns) for one in found] == [
        ("2026-08", 0, 0),
        ("2026-09", 0, 1),
        ("2026-10", 0, 0),
        ("2026-11", 2, 0),
    ]
    assert [one.month for one in by_month((), [], moment(), 14)][:2] == ["2025-10", "2025-11"]


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A small book of gives and returns between three people, who may know each other."""
    diary = Diary()
    people = [diary.person(name) for name in ("Ana", "Ben", "Cara")]
    for a, b in draw(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=3)):
        diary.add(Knows(id=diary.id(), a=people[a].id, b=people[b].id))
    ways: tuple[Direction, ...] = ("gave", "got", "mutual", "none")
    for _ in range(draw(st.integers(0, 12))):
        who = draw(st.lists(st.sampled_from(people), max_size=2, unique_by=lambda one: one.id))
        diary.act(*who, direction=draw(st.sampled_from(ways)), ago=draw(st.integers(-2, 40)))
    return diary.book


@given(books())
def test_the_gathered_agrees_with_each_return_looked_at_alone(book: Book) -> None:
    known = Acquaintance(book)
    found = origins(book, known, TODAY)
    returns = [one for one in book.interactions.values() if one.direction == "got" and one.at[:10] <= str(TODAY)]
    dealings = Dealings(book.interactions)
    assert found.whence == {one.id: explained(book, dealings, one, known)[0] for one in returns}
    assert set(found.days) <= set(found.whence)
    assert all(days >= 0 for days in found.days.values())
    assert found.shares(book.interactions.values()).all == len(returns)
    assert found.lag(book.interactions.values()) == lag(book.interactions, Moment(moment().at))
    for one in returns:
        assert all((give.at, give.id) < (one.at, one.id) for give in grew_from(dealings, one))
        assert (found.whence[one.id] == "direct") == any(
            set(give.people) & set(one.people) for give in book.interactions.values()
            if give.direction in ("gave", "mutual") and (give.at, give.id) < (one.at, one.id)
        )  # fmt: skip


@given(books(), st.integers(0, 30))
def test_what_comes_later_changes_nothing_of_where_a_return_came_from(book: Book, days: int) -> None:
    """But for acquaintance, which may be learnt later."""
    day = date.fromordinal(TODAY.toordinal() - days)
    kept = {id_: one for id_, one in book.interactions.items() if one.at[:10] <= day.isoformat()}
    before = Book({**{name: book.table(name) for name in ("contacts", "knows")}, "interactions": kept})
    known = Acquaintance(book)
    assert origins(before, known, day).whence.items() <= origins(book, known, TODAY).whence.items()

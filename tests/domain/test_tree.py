"""Who led to whom and to what, drawn as text, in both directions, with circles told and cut."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Book
from domain.model import Contact, Interaction, Kind
from domain.tree import WIDEST, Node, Paths, drawn
from tests.domain.diary import TODAY, Diary


def paths(diary: Diary) -> Paths:
    return Paths(diary.book, TODAY)


def rows(found: list[Node]) -> list[tuple[int, str]]:
    return [(row.depth, row.words()) for row in found]


def got(diary: Diary, *people: Contact, text: str = "a job lead", kind: Kind = "lead", **fields: Any) -> Interaction:
    made = diary.act(*people, direction="got", kind=kind, text=text)
    return diary.change(made, **fields) if fields else made


def test_the_tree_of_somebody_shows_people_meetings_and_returns() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    meetup = diary.act(ana, kind="turn up", text="at the meetup")
    ben = diary.person("Ben Okafor", met_via=ana.id)
    diary.person("Cara Weiss", met_via=meetup.id)
    dee = diary.person("Dee Marsh", met_via=ben.id)
    lead = got(diary, dee)
    assert drawn(paths(diary).tree(ana.id)) == "\n".join(
        [
            "Ana Lopez  (5 more)",
            "├─ Ben Okafor  (2 more)",
            "│  └─ Dee Marsh",
            "│     └─ ← gave you a job lead, November 2026",
            "└─ → turned up at the meetup, November 2026",
            "   └─ Cara Weiss",
        ]
    )
    assert drawn(paths(diary).tree(lead.id, backwards=True), ascii_only=True) == "\n".join(
        [
            "<- Dee Marsh: gave you a job lead, November 2026  (3 more)",
            "`- Dee Marsh  (2 more)",
            "   `- Ben Okafor",
            "      `- Ana Lopez",
        ]
    )
    assert paths(diary).starts() == [ana.id]
    assert paths(diary).under(ana.id) == 5
    assert "leads to nobody" in drawn(paths(diary).tree(lead.id))
    assert "led here" in drawn(paths(diary).tree(ana.id, backwards=True), backwards=True)


def test_what_is_folded_says_how_much_is_below() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    ben = diary.person("Ben", met_via=ana.id)
    diary.person("Cara", met_via=ben.id)
    folded = paths(diary).tree(ana.id, folded={ben.id})
    assert [(row.text, row.is_folded) for row in folded] == [("Ana", False), ("Ben", True)]
    assert folded[1].drawn() == "└─ Ben  (1 more)"
    assert paths(diary).tree(ana.id)[1].drawn() == "└─ Ben"
    assert [row.depth for row in paths(diary).tree(ana.id, ben.id)] == [0, 1, 2, 0]


def test_a_path_leads_to_the_giver_where_that_is_the_first_of_them() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben")
    cara = diary.person("Cara")
    diary.act(cara, ago=3)
    got(diary, ben, via=(ana.id,))
    got(diary, cara, text="a desk", kind="share", via=(ana.id,))
    assert rows(paths(diary).tree(ana.id)) == [
        (0, "Ana"),
        (1, "Ben"),
        (2, "← gave you a job lead, via Ana, November 2026"),
        (1, "← Cara: sent you a desk, November 2026"),
    ]
    assert rows(paths(diary).tree(cara.id)) == [(0, "Cara"), (1, "← sent you a desk, via Ana, November 2026")]


def test_a_return_grows_from_gives_that_stand_between() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben")
    help_ = diary.act(ana, kind="help", text="with her CV", ago=40)
    lead = got(diary, ben, via=(ana.id,), because_of=(help_.id,))
    tree = rows(paths(diary).tree(ana.id))
    assert tree == [
        (0, "Ana"),
        (1, "Ben"),
        (2, "← gave you a job lead, via Ana, November 2026"),
        (1, "→ helped with her CV, October 2026"),
        (2, "← Ben: gave you a job lead, via Ana, November 2026"),
    ]
    assert paths(diary).under(ana.id) == 3
    assert rows(paths(diary).tree(help_.id))[0] == (0, "→ Ana: helped with her CV, October 2026")
    assert [row.id for row in paths(diary).tree(lead.id, backwards=True)][1:] == [ben.id, ana.id, help_.id, ana.id]


def test_introductions_lead_on_both_ways() -> None:
    diary = Diary()
    ana, ben, cara = diary.person("Ana"), diary.person("Ben"), diary.person("Cara")
    mine = got(diary, ana, ben, kind="introduction", text="")
    made = diary.act(ana, cara, kind="introduction", text="")
    assert rows(paths(diary).tree(ana.id)) == [
        (0, "Ana"), (1, "Ben"), (1, "→ introduced to Cara, November 2026"),
    ]  # fmt: skip
    assert rows(paths(diary).tree(cara.id))[1:] == [(1, "→ introduced to Ana, November 2026")]
    assert {row.id for row in paths(diary).tree(made.id, backwards=True)} == {made.id, ana.id, cara.id}
    assert rows(paths(diary).tree(mine.id))[1:] == [(1, "Ben")]
    assert rows(paths(diary).tree(mine.id, backwards=True))[1:] == [(1, "Ana")]
    diary.change(ben, met_via=mine.id)
    assert [row.id for row in paths(diary).tree(ana.id)] == [ana.id, mine.id, ben.id, made.id]


def test_who_first_appears_by_way_of_somebody_was_met_through_them() -> None:
    diary = Diary()
    ana, joe, kim = diary.person("Ana"), diary.person("Joe"), diary.person("Kim")
    diary.act(ana, ago=9)
    diary.act(kim, ago=9)
    for who in (joe, kim):
        diary.change(diary.act(who, direction="mutual", kind="meet"), via=(ana.id,))
    assert rows(paths(diary).tree(ana.id)) == [(0, "Ana"), (1, "Joe")]
    nia = diary.person("Nia")
    got(diary, nia, ana, kind="introduction", text="")  # introduced to Nia by Ana
    assert rows(paths(diary).tree(ana.id)) == [(0, "Ana"), (1, "Joe"), (1, "Nia")]


@pytest.mark.parametrize("direction", ["gave", "mutual", "none"])
def test_what_led_to_nothing_came_from_its_people(direction: Any) -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben", met_via="at a fair")
    call = diary.act(ana, ben, direction=direction)
    assert [row.id for row in paths(diary).tree(call.id)] == [call.id]
    assert {row.id for row in paths(diary).tree(call.id, backwards=True)} == {call.id, ana.id, ben.id}
    assert paths(diary).starts() == []


def test_what_is_dated_ahead_has_not_come_back_yet() -> None:
    diary = Diary()
    ana = diary.person("Ana")
    diary.change(got(diary, ana), at="2026-11-23T09:00:00+00:00")
    assert [row.id for row in paths(diary).tree(ana.id)] == [ana.id]


def test_a_circle_is_told_and_cut_and_each_is_counted_once() -> None:
    people = {
        id_: Contact(id=id_, name=f"P{id_}", met_via=via)
        for id_, via in (("1", "3"), ("2", "1"), ("3", "2"), ("4", "4"), ("5", "2"))
    }
    found = Paths(Book({"contacts": people}), TODAY)
    tree = found.tree("1")
    assert [(row.text, row.again) for row in tree] == [
        ("P1", ""), ("P2", ""), ("P3", ""), ("P1", "circle"), ("P5", ""),
    ]  # fmt: skip
    assert tree[0].under == 3
    assert "P1  (a circle: see above)" in drawn(tree)
    assert [row.text for row in found.tree("4")] == ["P4"]
    assert found.starts() == ["1"]


def test_what_is_reached_twice_is_followed_once() -> None:
    diary = Diary()
    ana, ben = diary.person("Ana"), diary.person("Ben")
    cara = diary.person("Cara", met_via=ana.id)
    dee = diary.person("Dee", met_via=cara.id)
    got(diary, ben, cara, kind="introduction")
    diary.change(ben, met_via=ana.id)
    tree = paths(diary).tree(ana.id)
    assert [row.text for row in tree] == ["Ana", "Ben", "Cara", "Dee", "Cara"]
    assert [row.again for row in tree] == ["", "", "", "", "above"]
    assert tree[0].under == 3
    assert dee.id in [row.id for row in tree]


def test_a_tree_ends_however_large_it_is() -> None:
    deep = {str(n): Contact(id=str(n), name=f"P{n}", met_via=str(n - 1)) for n in range(1, 500)}
    wide = {str(n): Contact(id=str(n), name=f"P{n}", met_via="1000") for n in range(1001, 1600)}
    found = Paths(Book({"contacts": {**deep, **wide, "1000": Contact(id="1000", name="Hub")}}), TODAY)
    tree = found.tree("1")
    assert len(tree) == 13
    assert tree[-1].is_folded
    assert len(found.tree("1", deepest=600, most=600)) == 499
    assert len(found.tree("1000")) == WIDEST
    assert "and more: 599 people and returns in all" in drawn(found.tree("1000"), is_cut=True)
    assert "and more" not in drawn(found.tree("1000"))
    assert found.under("1") == 498
    assert found.starts() == ["1000", "1"]
    narrow = [row.drawn(room=40) for row in tree]
    assert narrow[-1].endswith("└─ P13  (486 more)")
    assert max(map(len, narrow)) <= 40


def test_who_is_no_longer_in_the_book_is_said_so() -> None:
    assert [row.text for row in Paths(Book({}), TODAY).tree("gone")] == ["somebody"]
    diary = Diary()
    ana = diary.person("Ana")
    lead = got(diary, ana, via=("999",))
    diary.person("Ben", met_via="998")
    assert rows(paths(diary).tree(lead.id, backwards=True))[1:] == [(1, "Ana"), (2, "somebody")]
    assert rows(paths(diary).tree(ana.id)) == [(0, "Ana"), (1, "← gave you a job lead, via somebody, November 2026")]


def test_names_are_shown_inert() -> None:
    diary = Diary()
    ana = diary.person("Ana\x1b[2J\u202e[b]")
    got(diary, ana, text="a \x1b]52;c;x\x07 lead")
    text = drawn(paths(diary).tree(ana.id))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "[b]" in text


IDS = [str(number) for number in range(1, 8)]
one_of = st.sampled_from(IDS)


@st.composite
def books(draw: st.DrawFn) -> Book:
    """A few people and a few things that happened, tied in any way, also in circles and to what is not there."""
    known = draw(st.lists(one_of, unique=True))
    acts = [f"1{number}" for number in range(draw(st.integers(0, 6)))]
    anything = st.sampled_from([*IDS, *acts, "", "99", "at a fair"])
    contacts = {id_: Contact(id=id_, name=f"P{id_}", met_via=draw(anything)) for id_ in known}
    few = st.lists(st.sampled_from([*IDS, "99"]), max_size=3, unique=True).map(tuple)
    happened = {
        id_: Interaction(
            id=id_,
            at=f"2026-11-{draw(st.integers(10, 25))}",
            direction=draw(st.sampled_from(["got", "got", "gave", "mutual", "none"])),
            kind=draw(st.sampled_from(["introduction", "lead", "call"])),
            people=draw(few),
            via=draw(few),
            because_of=tuple(draw(st.lists(st.sampled_from([*acts, "98"]), max_size=2))),
        )
        for id_ in acts
    }
    return Book({"contacts": contacts, "interactions": happened})


def reached(steps: Mapping[str, set[str]], start: str) -> set[str]:
    """All that is reached from a start, by going on until nothing is new."""
    found = {start}
    while True:
        more = found | {other for one in found for other in steps[one]}
        if more == found:
            return found - {start}
        found = more


@settings(max_examples=300, deadline=None)
@given(books())
def test_the_directions_are_each_others_reverse_and_counts_are_what_can_be_reached(book: Book) -> None:
    found = Paths(book, date(2026, 11, 22))
    everything = [*IDS, "99", "98", *book.interactions]
    on = {id_: set(found.after(id_)) for id_ in everything}
    back = {id_: set(found.after(id_, backwards=True)) for id_ in everything}
    for one in everything:
        assert one not in on[one]
        if found.is_joined(one):
            assert all(one in back[other] for other in on[one])
            assert all(one in on[other] for other in back[one])
        assert found.under(one) == len(reached(on, one))
        for backwards in (False, True):
            tree = found.tree(one, backwards=backwards, most=10_000, deepest=100)
            assert {row.id for row in tree} == {one} | reached(back if backwards else on, one)
            assert tree[0].under == len({row.id for row in tree}) - 1
            followed = [row.id for row in tree if not row.again and (back if backwards else on)[row.id]]
            assert len(followed) == len(set(followed))
            for row in tree:
                assert row.depth == len(row.is_last)
    covered = {one for start in found.starts() for one in (start, *reached(on, start))}
    assert {one for one in everything if on[one] and found.is_joined(one)} <= covered
    assert sorted(found.starts(), key=lambda id_: (-found.under(id_), id_)) == found.starts()

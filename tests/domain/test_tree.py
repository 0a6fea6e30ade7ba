"""Who led to whom and to what, drawn as text, with circles cut."""

from domain.book import Book
from domain.model import Contact, Interaction
from domain.tree import WIDEST, Paths, drawn
from tests.domain.diary import Diary


def test_the_tree_of_somebody_shows_people_and_returns() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    meetup = diary.act(ana, kind="turn up", text="the meetup")
    ben = diary.person("Ben Okafor", met_via=ana.id)
    cara = diary.person("Cara Weiss", met_via=meetup.id)
    dee = diary.person("Dee Marsh", met_via=ben.id)
    lead = diary.act(dee, direction="got", kind="lead", text="a job lead")
    paths = Paths(diary.book)
    assert drawn(paths.tree(ana.id)) == "\n".join(
        [
            "Ana Lopez  (4 more)",
            "├─ Ben Okafor  (2 more)",
            "│  └─ Dee Marsh",
            "│     └─ ← a job lead, November 2026",
            "└─ Cara Weiss",
        ]
    )
    assert drawn(paths.tree(lead.id, backwards=True), ascii_only=True) == "\n".join(
        [
            "<- a job lead, November 2026  (3 more)",
            "`- Dee Marsh  (2 more)",
            "   `- Ben Okafor",
            "      `- Ana Lopez",
        ]
    )
    assert paths.starts() == [ana.id]
    assert paths.under(ana.id) == 4
    assert "leads to nobody" in drawn(paths.tree(cara.id))


def test_a_return_comes_by_way_of_its_path_and_an_introduction_from_its_maker() -> None:
    diary = Diary()
    ana, ben, cara = diary.person("Ana"), diary.person("Ben"), diary.person("Cara")
    diary.act(ana, ben, direction="got", kind="introduction")
    diary.add(
        Interaction(id=diary.id(), at=diary.now.stamp, direction="got", kind="help", people=(cara.id,), via=(ben.id,))
    )
    rows = Paths(diary.book).tree(ana.id)
    assert [(row.depth, row.text) for row in rows] == [
        (0, "Ana"), (1, "Ben"), (2, "Cara"), (3, "← help, November 2026"),
    ]  # fmt: skip


def test_a_circle_is_cut_and_each_is_counted_once() -> None:
    people = {
        id_: Contact(id=id_, name=f"P{id_}", met_via=via)
        for id_, via in (("1", "3"), ("2", "1"), ("3", "2"), ("4", "4"))
    }
    paths = Paths(Book({"contacts": people}))
    rows = paths.tree("1")
    assert [(row.text, row.is_cut) for row in rows] == [("P1", False), ("P2", False), ("P3", False), ("P1", True)]
    assert rows[0].under == 2
    assert [row.text for row in paths.tree("4")] == ["P4"]
    assert paths.starts() == []


def test_a_tree_ends_however_large_it_is() -> None:
    deep = {str(n): Contact(id=str(n), name=f"P{n}", met_via=str(n - 1)) for n in range(1, 500)}
    wide = {str(n): Contact(id=str(n), name=f"P{n}", met_via="1000") for n in range(1001, 1600)}
    paths = Paths(Book({"contacts": {**deep, **wide, "1000": Contact(id="1000", name="Hub")}}))
    assert len(paths.tree("1")) == 13
    assert len(paths.tree("1000")) == WIDEST
    assert "599 people and returns in all" in drawn(paths.tree("1000"))
    assert paths.under("1") == 498


def test_who_is_no_longer_in_the_book_is_said_so() -> None:
    assert [row.text for row in Paths(Book({})).tree("gone")] == ["somebody"]

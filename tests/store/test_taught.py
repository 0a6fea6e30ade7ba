"""What was taught about words, and who of two has said yes, lie in the book and are taken back like any step."""

import json
from pathlib import Path

from domain.book import Put, Work
from domain.matching.taught import never_by, same
from domain.model import Contact, Introduction
from store.repository import TinyBook
from tests.domain.diary import moment


def open_book(path: Path) -> TinyBook:
    numbers = iter(range(1, 10**6))
    return TinyBook(
        str(path),
        origin="test",
        session="s",
        stamp=lambda: "2026-11-22T09:15:00+00:00",
        ids=lambda: f"1{next(numbers):021d}",
    )


def test_what_is_taught_is_kept_undone_and_redone(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    book, ids = open_book(path), iter(f"2{number:021d}" for number in range(9))
    book.apply(lambda known: same(known, ["dev", "developer"], moment(), lambda: next(ids)))
    book.apply(lambda known: never_by(known, "money", moment(), lambda: next(ids)))
    kept = open_book(path).book().taught
    assert [(one.kind, one.words, one.on) for one in kept.values()] == [
        ("same", ("dev", "developer"), "2026-11-22"),
        ("never", ("money",), "2026-11-22"),
    ]
    assert book.undo(anywhere=True).label == "never by “money”"
    assert [one.kind for one in open_book(path).book().taught.values()] == ["same"]
    book.redo(anywhere=True)
    assert len(open_book(path).whole_book().taught) == 2


def test_a_book_from_before_has_nothing_taught_and_reads_as_it_did(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    book = open_book(path)
    people = [Contact(id=f"3{number:021d}", name=f"P{number}") for number in (1, 2)]
    pair = Introduction(id="4" * 22, a=people[0].id, b=people[1].id, stage="asked_b", asked_first="b")
    book.apply(lambda _: Work("two", tuple(Put(one) for one in (*people, pair)), None))
    document = json.loads(path.read_text(encoding="utf-8"))
    assert "taught" not in document or document["taught"] == {}
    assert document["introductions"][pair.id]["asked_first"] == "b"
    assert "yes" not in document["introductions"][pair.id]
    document.pop("taught", None)
    path.write_text(json.dumps(document), encoding="utf-8")
    assert open_book(path).whole_book().taught == {}
    assert open_book(path).whole_book().introductions[pair.id] == open_book(path).book().introductions[pair.id]

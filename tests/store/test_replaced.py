"""A book that another program replaces, damages or takes away while it is open: nothing overwritten, nothing lost."""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from tinydb import TinyDB

from domain.book import Book, Put, Work
from domain.errors import BookError, SwellError
from domain.model import Contact
from store.migrations import FORMAT
from store.repository import TRIES
from store.spool import waiting
from store.storage import OvertakenError, load, signature
from tests.tui.desk_host import User, book_in, process, swell_on

ROOT: Final = os.geteuid() == 0
LINE: Final = "called @Ana about the move"


def ana() -> Contact:
    return Contact(id="1" * 22, name="Ana Lopez", circle="close")


def ben() -> Contact:
    return Contact(id="2" * 22, name="Ben Okafor")


@dataclass(frozen=True, slots=True)
class Harm:
    """What another program does to the book, and what is said of it."""

    do: Callable[[Path], None]
    told: str


def truncate(path: Path) -> None:
    os.truncate(path, 0)


def delete(path: Path) -> None:
    path.unlink()


def damage(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def damage_by_replacing(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"[]")
    os.replace(other, path)


def make_newer(path: Path) -> None:
    path.write_text(path.read_text().replace(f'"format":{FORMAT}', f'"format":{FORMAT + 1}'))


def lock_away(path: Path) -> None:
    path.chmod(0)


def take_folder_away(path: Path) -> None:
    path.parent.rename(path.parent.with_name("gone"))


def put_a_folder_there(path: Path) -> None:
    path.unlink()
    path.mkdir()


def double_a_record(path: Path) -> None:
    text = path.read_text()
    line = next(line for line in text.splitlines() if '"name":"Ana Lopez"' in line).rstrip(",")
    path.write_text(text.replace(line, line + ",\n" + line.replace("Ana Lopez", "Ana Diaz"), 1))


HARMS = {
    "truncated": Harm(truncate, "is empty, which no book is; it is left as it is"),
    "deleted": Harm(delete, "is gone; what is shown is the book as it was last read"),
    "damaged": Harm(damage, "cannot be opened"),
    "replaced by what is no book": Harm(damage_by_replacing, "cannot be opened"),
    "made newer": Harm(make_newer, "was written by a newer Swell"),
    "made unreadable": Harm(lock_away, "cannot be read (Permission denied)"),
    "with its folder taken away": Harm(take_folder_away, "is gone; what is shown is the book as it was last read"),
    "replaced by a folder": Harm(put_a_folder_there, "cannot be read (Is a directory)"),
}


@pytest.fixture(params=HARMS)
def harm(request: pytest.FixtureRequest) -> Harm:
    if request.param == "made unreadable" and ROOT:
        pytest.skip("root may read everything")
    return HARMS[request.param]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "data" / "book.json"
    process(place).put("people", ana())
    return place


def contents(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() and os.access(path, os.R_OK) else None


def put_back(path: Path, data: bytes) -> None:
    """Bring the good book back, as its owner would."""
    if path.parent.with_name("gone").exists():
        if path.parent.exists():  # with what was captured meanwhile
            for left in (path.parent / "book.json.d" / "spool" / "new").iterdir():
                left.rename(path.parent.with_name(left.name))
            path.parent.rename(path.parent.with_name("meanwhile"))
        path.parent.with_name("gone").rename(path.parent)
        new = path.parent / "book.json.d" / "spool" / "new"
        new.mkdir(parents=True, exist_ok=True)
        for left in path.parent.parent.glob("[0-9]*"):
            left.rename(new / left.name)
    if path.is_dir():
        path.rmdir()
    other = path.with_name("restored")
    other.write_bytes(data)
    os.replace(other, path)


def names(book: Book) -> set[str]:
    return {one.name for one in book.contacts.values()}


def lines(book: Book) -> list[str]:
    return [one.raw for one in book.interactions.values()]


def test_an_open_book_goes_on_after_any_harm(harm: Harm, path: Path) -> None:
    mine = process(path)
    good = path.read_bytes()
    harm.do(path)
    before = contents(path)
    with pytest.raises(BookError) as told:
        mine.put("Ben", ben())
    assert harm.told in str(told.value)
    filed = mine.desk.keep(LINE)
    assert filed.unfiled
    assert filed.reason.startswith("kept in the spool, to be filed later: ")
    assert harm.told in filed.reason
    assert contents(path) == before
    assert names(mine.desk.book) == {"Ana Lopez"}

    put_back(path, good)
    mine.put("Ben", ben())
    mine.desk.file_deliveries()
    assert names(book_in(path)) == {"Ana Lopez", "Ben Okafor"}
    assert lines(book_in(path)) == [LINE]
    assert waiting(str(path)) == []


def test_reading_after_a_harm_says_it_and_keeps_what_was_read(harm: Harm, path: Path) -> None:
    mine = process(path)
    harm.do(path)
    assert mine.desk.changed()
    try:
        mine.desk.read_again()
        told = mine.desk.read_only
    except SwellError as error:
        told = str(error)
    assert harm.told in told
    mine.desk.catch_up()
    assert names(mine.desk.book) == {"Ana Lopez"}
    assert not mine.desk.changed()


def test_of_a_record_that_stands_twice_neither_is_lost(path: Path) -> None:
    mine = process(path)
    double_a_record(path)
    before = path.read_bytes()
    both = [line.rstrip(",") for line in path.read_text().splitlines() if line.startswith(f'"{ana().id}"')]
    assert len(both) == 2
    with pytest.raises(BookError, match="a record stands in it twice"):
        mine.put("Ana", ana())
    assert path.read_bytes() == before
    mine.desk.keep(LINE)
    kept = path.read_text()
    assert all(line in kept for line in both)


def test_a_record_that_stands_twice_is_said_by_whoever_reads_it(path: Path) -> None:
    double_a_record(path)
    assert "twice" in process(path).desk.look_closely()
    with pytest.raises(BookError, match="twice"):
        process(path).repository.reader.view(load(str(path), path.read_bytes())).load_all()


def replaced_by_an_editor(path: Path) -> None:
    other = path.with_name(".book.json.swp")
    other.write_text(path.read_text().replace("Ana Lopez", "Ana Diaz"))
    os.replace(other, path)


def written_in_place(path: Path) -> None:
    data = path.read_text().replace("Ana Lopez", "Ana Diaz")
    with open(path, "r+", encoding="utf-8") as file:
        file.write(data)
        file.truncate()


def of_the_same_size_and_age(path: Path) -> None:
    found = path.stat()
    written_in_place(path)
    text = path.read_text()
    path.write_text(text + " " * (found.st_size - len(text)))
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert path.stat().st_size == found.st_size


def laid_out_otherwise(path: Path) -> None:
    document = json.loads(path.read_text().replace("Ana Lopez", "Ana Diaz"))
    path.write_text(json.dumps(document, indent=4, sort_keys=True))


def deleted_and_made_anew(path: Path) -> None:
    text = path.read_text().replace("Ana Lopez", "Ana Diaz")
    path.unlink()
    path.write_text(text)


def renamed_away_and_back(path: Path) -> None:
    path.rename(path.with_name("aside"))
    path.with_name("aside").rename(path)
    written_in_place(path)


OTHER_HANDS = [
    replaced_by_an_editor,
    written_in_place,
    of_the_same_size_and_age,
    laid_out_otherwise,
    deleted_and_made_anew,
    renamed_away_and_back,
]


@pytest.mark.parametrize("change", OTHER_HANDS)
def test_what_other_hands_wrote_is_read_and_built_upon(change: Callable[[Path], None], path: Path) -> None:
    mine = process(path)
    change(path)
    assert mine.desk.changed()
    seen = mine.repository.apply(lambda book: Work("Ben", (Put(ben()),), names(book)))
    assert seen == {"Ana Diaz"}
    assert names(book_in(path)) == {"Ana Diaz", "Ben Okafor"}
    mine.desk.read_again()
    mine.desk.catch_up()
    assert names(mine.desk.book) == {"Ana Diaz", "Ben Okafor"}


def test_an_older_book_that_is_put_back_is_the_book(path: Path) -> None:
    older = path.read_bytes()
    mine = process(path)
    mine.put("Ben", ben())
    mine.desk.keep(LINE)
    put_back(path, older)
    mine.desk.keep("thanked @Ana for the lead")
    assert names(book_in(path)) == {"Ana Lopez"} | ({"Ana"} & names(book_in(path)))
    assert lines(book_in(path)) == ["thanked @Ana for the lead"]


class Rivals:
    """Plain TinyDB code, which takes no lock, writing while an operation of ours is under way."""

    def __init__(self, path: Path, times: int) -> None:
        self.added: list[str] = []
        self._path = path
        self._times = times

    def __call__(self, book: Book) -> Work[int]:
        if len(self.added) < self._times:
            name = f"Rival {len(self.added)}"
            with TinyDB(self._path) as plain:
                plain.table("contacts").insert({"name": name})
            self.added.append(name)
        return Work("Ben", (Put(ben()),), len(book.contacts))


@pytest.mark.parametrize("times", range(TRIES))
def test_a_writer_without_a_lock_loses_nothing_and_makes_us_lose_nothing(path: Path, times: int) -> None:
    mine = process(path)
    rivals = Rivals(path, times)
    assert mine.repository.apply(rivals) == 1 + times
    assert names(book_in(path)) == {"Ana Lopez", "Ben Okafor", *rivals.added}
    assert [step.label for step in mine.repository.steps()].count("Ben") == 1


def test_on_a_network_that_shows_old_times_a_rival_is_seen_by_the_bytes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = process(path)
    found = signature(str(path))
    monkeypatch.setattr("store.storage.network_file_system", lambda _: "nfs4")
    monkeypatch.setattr("store.storage.signature", lambda _: found)
    rivals = Rivals(path, 1)
    assert mine.repository.apply(rivals) == 2
    monkeypatch.undo()
    assert names(book_in(path)) == {"Ana Lopez", "Ben Okafor", *rivals.added}


def test_against_a_writer_that_never_rests_nothing_is_changed_and_that_is_said(path: Path) -> None:
    mine = process(path)
    rivals = Rivals(path, 100)
    with pytest.raises(OvertakenError, match="at the same moment; nothing was changed, try again"):
        mine.repository.apply(rivals)
    assert len(rivals.added) == TRIES
    assert names(book_in(path)) == {"Ana Lopez", *rivals.added}
    mine.put("Ben", ben())
    assert names(book_in(path)) == {"Ana Lopez", "Ben Okafor", *rivals.added}


def test_a_capture_that_is_overtaken_is_filed_once(path: Path) -> None:
    mine = process(path)
    rivals = Rivals(path, 2)
    key = mine.repository.deliver(LINE, "2026-11-22T09:00:00+00:00")

    def filing(delivery: object) -> Callable[[Book], Work[int]]:
        return rivals

    (filed,) = mine.repository.file_deliveries(filing)
    assert filed.delivery.key == key
    assert [step.label for step in mine.repository.steps()].count("Ben") == 1
    assert names(book_in(path)) == {"Ana Lopez", "Ben Okafor", *rivals.added}
    assert waiting(str(path)) == []


async def looked(user: User, times: int = 3) -> None:
    """Let the app look at the file, as it does every 0.7 seconds."""
    for _ in range(times):
        await user.app._look()  # type: ignore[attr-defined]
        await user.pilot.pause()


def listened(user: User) -> list[str]:
    """All that the app says from now on."""
    said: list[str] = []
    tell = user.app.tell  # type: ignore[attr-defined]

    def note(words: str, **more: bool) -> None:
        if words:
            said.append(words)
        tell(words, **more)

    user.app.tell = note  # type: ignore[attr-defined]
    return said


async def test_the_screen_stays_and_says_once_what_was_done_to_the_book(harm: Harm, path: Path) -> None:
    async with swell_on(path) as user:
        said = listened(user)
        await user.press("2")
        assert "Ana Lopez" in user.screen
        good = path.read_bytes()
        harm.do(path)
        before = contents(path)
        await looked(user)
        assert "Ana Lopez" in user.screen
        assert len(said) == 1
        assert harm.told in said[0]

        said.clear()
        await user.press("escape", "4", "c")
        await user.write("called Ana about the flat")
        assert any(harm.told in words for words in said)
        await looked(user)
        assert len(said) <= 2
        assert contents(path) == before
        await user.press("2")
        assert "Ana Lopez" in user.screen

        put_back(path, good)
        await looked(user)
        assert lines(user.book) == ["called Ana about the flat"]
        assert names(user.book) == {"Ana Lopez"}
        assert waiting(str(path)) == []
        await user.press("escape", "4")
        assert "about the flat" in user.screen


async def test_a_harm_that_comes_again_is_said_again(path: Path) -> None:
    async with swell_on(path) as user:
        said = listened(user)
        good = path.read_bytes()
        for _ in range(2):
            truncate(path)
            await looked(user)
            put_back(path, good)
            await looked(user)
        assert [HARMS["truncated"].told in words for words in said] == [True, True]


@pytest.mark.parametrize("change", OTHER_HANDS)
async def test_the_screen_shows_what_other_hands_wrote(change: Callable[[Path], None], path: Path) -> None:
    async with swell_on(path) as user:
        await user.press("2")
        change(path)
        await looked(user, 1)
        assert "Ana Diaz" in user.screen
        assert "Ana Lopez" not in user.screen

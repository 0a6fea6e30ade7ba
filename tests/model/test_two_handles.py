"""Two windows, a hotkey and other people's programs on one book, against plain dicts: whatever comes after what."""

import json
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule
from tinydb import TinyDB

from domain.book import Book, Put, Remove, Work
from domain.errors import BookError, ChangedError, NotFoundError
from domain.model import Contact, Interaction
from domain.ports import Delivery
from store.codec import split_book
from store.spool import spool_of, waiting
from tests.domain.capture_book import MOMENT
from tests.model.days import PLACE, Window, window
from tests.model.power_cut import NoWaiting, standing_in

Row = dict[str, Any]
Place = tuple[str, str]
"""A table and an id."""

WINDOWS: Final = st.integers(0, 1)
PLUGIN: Final = {"7": {"any": [None, 2.5, "thing"]}}


@dataclass(slots=True)
class Done:
    """A step of the history, as the model has it: what each record is to be exchanged for."""

    session: str
    others: dict[Place, tuple[int | None, Row | None]]
    """By place the revision that the step left there, and the other side of the change."""
    undone: bool = False


def rev(row: Row | None) -> int | None:
    return None if row is None else row.get("rev", 0)


class TwoHandles(RuleBasedStateMachine):
    """The book on disk beside a model of it in memory."""

    people: Bundle[str] = Bundle("people")

    @initialize()
    def begin(self) -> None:
        """A book with a table that Swell does not know; neither window has read it."""
        self.stack = ExitStack()
        self.stack.enter_context(standing_in(NoWaiting()))
        self.root = Path(mkdtemp())
        self.path = self.root / PLACE
        self.path.parent.mkdir()
        self.path.write_text(json.dumps({"plugin": PLUGIN, "meta": {"1": {"format": 2, "mine": "kept"}}}))
        self.windows = [window(self.root), window(self.root)]
        self.hotkey = window(self.root)
        self.rows: dict[Place, Row] = {}
        self.steps: list[Done] = []
        self.spooled: dict[str, str] = {}
        self.number = 0
        self.bytes = self._bytes()

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.stack.close()
        shutil.rmtree(self.root)

    @rule(target=people, at=WINDOWS)
    def add(self, at: int) -> str:
        """Somebody new."""
        one, key = self.windows[at], self._key()
        contact = Contact(id=key, name=self._word())
        one.book.apply(lambda _: Work("add", (Put(contact),), None))
        self._wrote(one, {("contacts", key): {"id": key, "name": contact.name, "rev": 1}})
        return key

    @rule(at=WINDOWS, key=people)
    def change(self, at: int, key: str) -> None:
        """Another role, decided on what is in the book now."""
        one, place, role = self.windows[at], ("contacts", key), self._word()

        def operation(book: Book) -> Work[None]:
            found = book.contacts.get(key)
            return Work("change", (Put(replace(found, role=role)),) if found else (), None)

        one.book.apply(operation)
        old = self.rows.get(place)
        if old is not None:
            self._wrote(one, {place: {**old, "id": key, "role": role, "rev": (rev(old) or 0) + 1}})

    @rule(at=WINDOWS, key=consumes(people))
    def remove(self, at: int, key: str) -> None:
        """Somebody goes."""
        one = self.windows[at]
        if ("contacts", key) in self.rows:
            one.book.apply(lambda _: Work("remove", (Remove("contacts", key),), None))
            self._wrote(one, {("contacts", key): None})

    @rule(at=WINDOWS)
    def fail(self, at: int) -> None:
        """An operation that finds out halfway that it will not do."""

        def operation(book: Book) -> Work[None]:
            raise NotFoundError(str(len(book.contacts)))

        with pytest.raises(NotFoundError):
            self.windows[at].book.apply(operation)

    @rule()
    def capture(self) -> None:
        """A line from the hotkey; it is kept once this returns."""
        line = f"called {self._word()}"
        key = self.hotkey.book.deliver(line, MOMENT.stamp)
        self.spooled[key] = line

    @rule(at=WINDOWS, killed=st.booleans())
    def file(self, at: int, killed: bool) -> None:
        """What waits is filed; a process that is `killed` then has not taken it out of the spool."""
        one, new = self.windows[at], Path(spool_of(str(self.path)), "new")
        left = {name: (new / name).read_bytes() for name in waiting(str(self.path))}

        def filing(delivery: Delivery) -> Callable[[Book], Work[str]]:
            happened = Interaction(id=delivery.key, at=delivery.at, direction="gave", kind="call", raw=delivery.line)
            return lambda _: Work("file", (Put(happened),), delivery.line)

        filed = {one.delivery.key: one.result for one in one.book.file_deliveries(filing)}
        assert filed == self.spooled
        for key, line in sorted(self.spooled.items()):
            row = {"id": key, "at": MOMENT.stamp, "direction": "gave", "kind": "call", "raw": line, "rev": 1}
            self._step(self.hotkey.session, {("interactions", key): row})
        if self.spooled:
            self._forget_undone({self.hotkey.session}, len(self.spooled))
            self._compare_bytes({("interactions", key) for key in self.spooled})
        self.spooled = {}
        if killed:
            for name, data in left.items():
                (new / name).write_bytes(data)

    @rule(at=WINDOWS, anywhere=st.booleans(), again=st.booleans())
    def exchange(self, at: int, anywhere: bool, again: bool) -> None:
        """Take back, or make again, a step made here or made anywhere."""
        one = self.windows[at]
        act = one.book.redo if again else one.book.undo
        mine = [step for step in self.steps if step.undone == again and (anywhere or step.session == one.session)]
        if not mine:
            with pytest.raises(NotFoundError):
                act(anywhere=anywhere)
            return
        step = mine[0] if again else mine[-1]
        if any(rev(self.rows.get(place)) != left for place, (left, _) in step.others.items()):
            with pytest.raises(ChangedError):
                act(anywhere=anywhere)
            return
        act(anywhere=anywhere)
        others = step.others
        step.others = {place: (rev(other), self.rows.get(place)) for place, (_, other) in others.items()}
        step.undone = not again
        for place, (_, other) in others.items():
            self._put(place, other)
        self._compare_bytes(set(others))

    @rule(at=WINDOWS, anywhere=st.booleans())
    def waver(self, at: int, anywhere: bool) -> None:
        """Something is taken back and made again at once."""
        self.exchange(at, anywhere, again=False)
        self.exchange(at, anywhere, again=True)

    @rule(at=WINDOWS, key=people, again=st.booleans())
    def contend(self, at: int, key: str, again: bool) -> None:
        """Both windows change one person, and the first takes that back, before or after the other has."""
        self.change(at, key)
        if again:
            self.exchange(at, anywhere=False, again=False)
        self.change(1 - at, key)
        self.exchange(at, anywhere=False, again=again)

    @rule(at=WINDOWS)
    def reopen(self, at: int) -> None:
        """A window is closed, and another one opened."""
        self.windows[at] = window(self.root)

    @rule(at=WINDOWS)
    def read(self, at: int) -> None:
        """A window looks at the book, all of it."""
        self._look(self.windows[at].book.whole_book())

    @rule(target=people)
    def insert_plainly(self) -> Any:
        """Plain TinyDB code, which knows nothing of us, adds a record."""
        if not any(table == "contacts" for table, _ in self.rows):
            return multiple()
        name = self._word()
        with TinyDB(self.path) as plain:
            key = str(plain.table("contacts").insert({"name": name, "mood": {"deep": [None, 2.5]}}))
        self.rows["contacts", key] = {"name": name, "mood": {"deep": [None, 2.5]}}
        self.bytes = self._bytes()
        return key

    @rule(indent=st.sampled_from([None, 1, 4]), ascii_only=st.booleans())
    def lay_out(self, indent: int | None, ascii_only: bool) -> None:
        """Another program reads the book and writes it as it likes."""
        document = json.loads(self.path.read_text(encoding="utf-8"))
        self.path.write_text(json.dumps(document, indent=indent, ensure_ascii=ascii_only), encoding="utf-8")
        self.bytes = self._bytes()

    @rule(key=people, word=st.sampled_from(["glad", "süß", "\u2028"]))
    def add_a_field(self, key: str, word: str) -> None:
        """Another program adds a field of its own to a record."""
        place = ("contacts", key)
        if place in self.rows:
            document = json.loads(self.path.read_text(encoding="utf-8"))
            document["contacts"][key]["aura"] = word
            self.path.write_text(json.dumps(document), encoding="utf-8")
            self.rows[place] = {**self.rows[place], "aura": word}
            self.bytes = self._bytes()

    @rule(at=WINDOWS, keep=st.floats(0, 0.95))
    def meet_damage(self, at: int, keep: float) -> None:
        """The book is cut off, met by a window that wants to write, and put back."""
        good = self.path.read_bytes()
        self.path.write_bytes(good[: int(len(good) * keep)])
        bad = self.path.read_bytes()
        with pytest.raises(BookError):
            self.windows[at].put("Nobody")
        assert self.path.read_bytes() == bad
        self.path.write_bytes(good)

    @invariant()
    def the_file_is_the_model(self) -> None:
        """Records, fields and tables are those of the model; what is acknowledged waits or is in the book, once."""
        document = json.loads(self.path.read_text(encoding="utf-8"))
        found = {
            (table, key): row for table in ("contacts", "interactions") for key, row in document.get(table, {}).items()
        }
        assert found == self.rows
        assert document["plugin"] == PLUGIN
        assert document["meta"]["1"]["mine"] == "kept"
        assert set(self.spooled) <= set(waiting(str(self.path)))
        assert not {key for _, key in self.rows if key in self.spooled}

    @invariant()
    def each_window_sees_it(self) -> None:
        """Whoever asks is given what is in the book."""
        for one in self.windows:
            self._look(one.book.book())

    def _look(self, book: Book) -> None:
        people = {
            key: (row["name"], row.get("role", "")) for (table, key), row in self.rows.items() if table == "contacts"
        }
        assert {key: (one.name, one.role) for key, one in book.contacts.items()} == people
        lines = {key: row["raw"] for (table, key), row in self.rows.items() if table == "interactions"}
        assert {key: one.raw for key, one in book.interactions.items()} == lines

    def _wrote(self, one: Window, rows: dict[Place, Row | None]) -> None:
        """A step was made: nothing else has changed by as much as a byte."""
        self._step(one.session, rows)
        self._forget_undone({one.session}, 1)
        self._compare_bytes(set(rows))

    def _step(self, session: str, rows: dict[Place, Row | None]) -> None:
        self.steps.append(Done(session, {place: (rev(row), self.rows.get(place)) for place, row in rows.items()}))
        for place, row in rows.items():
            self._put(place, row)

    def _forget_undone(self, sessions: set[str], new: int) -> None:
        """What was undone in these sessions can no longer be made again once something new was done there."""
        self.steps = [
            step for step in self.steps[:-new] if not (step.undone and step.session in sessions)
        ] + self.steps[-new:]

    def _put(self, place: Place, row: Row | None) -> None:
        if row is None:
            self.rows.pop(place, None)
        else:
            self.rows[place] = row

    def _compare_bytes(self, touched: set[Place]) -> None:
        before, self.bytes = self.bytes, self._bytes()
        assert {place: raw for place, raw in before.items() if place not in touched} == {
            place: raw for place, raw in self.bytes.items() if place not in touched
        }

    def _bytes(self) -> dict[Place, bytes]:
        return {
            (table, key): bytes(raw)
            for table, found in split_book(self.path.read_bytes()).items()
            for key, raw in msgspec.json.decode(found, type=dict[str, msgspec.Raw]).items()
            if table not in ("meta", "steps")
        }

    def _key(self) -> str:
        self.number += 1
        return f"1{self.number:021d}"

    def _word(self) -> str:
        self.number += 1
        return f"Łu {self.number}"


TestTwoHandles = TwoHandles.TestCase
TestTwoHandles.settings = settings(max_examples=120, stateful_step_count=50, deadline=None, derandomize=True)

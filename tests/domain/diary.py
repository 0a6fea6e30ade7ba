"""A small book written day by day, for tests of what is derived from it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from domain.book import Book, Change, Put
from domain.inbox.day import Inbox, inbox
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.model import (
    TABLES,
    Answer,
    Capture,
    Circle,
    Contact,
    Direction,
    FollowUp,
    FollowUpKind,
    Interaction,
    Introduction,
    Kind,
    Question,
    Record,
    Stage,
)
from domain.moment import Moment
from domain.settings import Settings

R = TypeVar("R", bound=Record)

TODAY = date(2026, 11, 22)


def moment(day: date | str = TODAY, hour: int = 9) -> Moment:
    """Nine in the morning of a day."""
    known = date.fromisoformat(day) if isinstance(day, str) else day
    return Moment(datetime(known.year, known.month, known.day, hour, 15, tzinfo=UTC))


class Diary:
    """Records are added as of `now`, so that their ids tell when they were made."""

    def __init__(self, day: date = TODAY, settings: Settings | None = None) -> None:
        self.now = moment(day)
        self.settings = settings or Settings()
        self.book = Book({})
        self._count = 0

    def id(self) -> str:
        """A fresh id of now."""
        self._count += 1
        return f"{int(self.now.at.timestamp() * 1000):013d}{self._count:09d}"

    def to(self, day: date | int) -> "Diary":
        """Move the clock to a day, or on by some days."""
        self.now = moment(self.now.today + timedelta(days=day) if isinstance(day, int) else day)
        return self

    def make(self, changes: tuple[Change, ...]) -> None:
        """Write changes."""
        self.book = self.book.with_changes(changes)

    def add(self, record: R) -> R:
        """Write a record."""
        self.make((Put(record),))
        return record

    def person(self, name: str, circle: Circle | str = "close", **fields: Any) -> Contact:
        """Somebody new."""
        return self.add(Contact(id=self.id(), name=name, circle=circle, **fields))  # type: ignore[arg-type]

    def act(
        self, *people: Contact, direction: Direction = "gave", kind: Kind = "call", ago: int = 0, text: str = ""
    ) -> Interaction:
        """Something that happened some days ago."""
        at = moment(self.now.today - timedelta(days=ago)).stamp
        record = Interaction(
            id=self.id(), at=at, direction=direction, kind=kind, people=tuple(who.id for who in people), text=text
        )
        return self.add(record)

    def follow_up(self, kind: FollowUpKind, *people: Contact, text: str, due: int = 0, repeat: str = "") -> FollowUp:
        """Something due in some days."""
        day = (self.now.today + timedelta(days=due)).isoformat()
        ids = tuple(who.id for who in people)
        return self.add(FollowUp(id=self.id(), kind=kind, due=day, people=ids, text=text, repeat=repeat))

    def told(self, who: Contact, question: Question, text: str, ago: int = 0, **fields: Any) -> Answer:
        """What somebody said some days ago."""
        learnt = (self.now.today - timedelta(days=ago)).isoformat()
        return self.add(Answer(id=self.id(), contact=who.id, question=question, text=text, learnt=learnt, **fields))

    def introduced(self, a: Contact, b: Contact, stage: Stage, ago: int = 0) -> Introduction:
        """An introduction that reached its stage some days ago."""
        since = (self.now.today - timedelta(days=ago)).isoformat()
        return self.add(Introduction(id=self.id(), a=a.id, b=b.id, stage=stage, since=since))

    def unfiled(self, line: str, why: str = "") -> Capture:
        """A line that is kept."""
        return self.add(Capture(id=self.id(), at=self.now.stamp, line=line, why=why))

    def change(self, record: R, **fields: Any) -> R:
        """Change a record."""
        return self.add(replace(record, **fields))

    def index(self) -> Index:
        """A fresh index of the book."""
        return Index(self.book, self.settings)

    def inbox(self) -> Inbox:
        """The inbox of now."""
        return inbox(self.index(), self.now)

    def items(self, source: str) -> list[Item]:
        """All that one source brings now, today's or later."""
        found = self.inbox()
        return [item for item in (*found.today, *found.more) if item.source == source]

    def item(self, source: str) -> Item:
        """The one item that a source brings now."""
        (item,) = self.items(source)
        return item

    def copy(self) -> Book:
        """Another book with the same records."""
        return Book({name: dict(self.book.table(name)) for name in TABLES})

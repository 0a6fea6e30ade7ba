"""Where returns came from and how long they took, told as words and counts; never what caused them, and of nobody."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import median
from typing import Final, Literal, NamedTuple

from domain.acquaintance import Acquaintance
from domain.book import Book, Put, Work
from domain.errors import BadInputError, NotFoundError
from domain.model import Direction, Interaction
from domain.text import clean
from domain.words import iso, span

Whence = Literal["direct", "one step on", "out of the blue"]
"""Where a return came from: from somebody you had given to, from somebody whom such a one knows, or neither."""

TOO_EARLY: Final = 8
"""Returns below which nothing is said about how long they take."""
LOOK_BACK: Final = 365
"""Days before a return in which the gives lie that are proposed for it."""
MOST: Final = 7
"""Gives that are proposed."""
_GIVEN: Final[frozenset[Direction]] = frozenset({"gave", "mutual"})


class Shares(NamedTuple):
    """How many returns came from where."""

    direct: int
    one_step_on: int
    out_of_the_blue: int

    @property
    def all(self) -> int:
        """All returns."""
        return sum(self)


class Lag(NamedTuple):
    """Days from a give to what came back."""

    returns: int
    """Over how many returns."""
    median: float
    least: int
    most: int

    @property
    def words(self) -> str:
        """In a sentence: `half of it within 34 d; 2 d to 7 months`."""
        if self.returns < TOO_EARLY:
            return "too early to tell"
        return f"half of it within {span(round(self.median))}; {_span(self.least)} to {_span(self.most)}"


class Month(NamedTuple):
    """One month of the ledger."""

    month: str
    """Such as `2026-11`."""
    out: int
    """Acts that went out, mutual ones among them."""
    back: int
    """What came back."""


def whence(book: Book, acquaintance: Acquaintance, today: date) -> dict[str, Whence]:
    """Where each return came from, by its id; only what lies before it counts."""
    first = _first_gives(book.interactions.values())
    return {
        one.id: _whence(one, first, acquaintance)
        for one in book.interactions.values()
        if one.direction == "got" and one.at[:10] <= today.isoformat()
    }


def shares(found: Iterable[Whence]) -> Shares:
    """How many of these came from where."""
    every = list(found)
    return Shares(every.count("direct"), every.count("one step on"), every.count("out of the blue"))


def lag(book: Book, today: date) -> Lag:
    """Days from a give to what came back: from the gives that a return is said to have grown from, the first of them.

    Where none is named, from the last give to who gave it; a return out of the blue has none.
    """
    gives = _gives_by_person(book.interactions.values())
    days = [
        found
        for one in book.interactions.values()
        if one.direction == "got"
        and one.at[:10] <= today.isoformat()
        and (found := _days(one, book, gives)) is not None
    ]
    return Lag(len(days), median(days), min(days), max(days)) if days else Lag(0, 0, 0, 0)


def months(interactions: Iterable[Interaction], today: date, most: int = 12) -> list[Month]:
    """The totals of the last months, the oldest first; a month without any is there too."""
    out: dict[str, int] = defaultdict(int)
    back: dict[str, int] = defaultdict(int)
    for one in interactions:
        if one.at[:10] <= today.isoformat():
            out[one.at[:7]] += one.direction in _GIVEN
            back[one.at[:7]] += one.direction == "got"
    numbers = range(today.year * 12 + today.month - most, today.year * 12 + today.month)
    names = [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in numbers]
    return [Month(name, out[name], back[name]) for name in names]


def grew_from(book: Book, one: Interaction, keys: Callable[[str], Iterable[str]] = str.split) -> list[Interaction]:
    """The gives that a return may have grown from: to its people or its path, those with words in common first.

    `keys` makes words comparable, such as `Catalogue.phrase(text).keys`.
    """
    whom, words, day = {*one.people, *one.via}, set(keys(one.text)), iso(one.at)
    if day is None:
        return []
    near = [
        (-len(words.intersection(keys(give.text))), (day - given).days, give.id, give)
        for give in book.interactions.values()
        if give.direction in _GIVEN and whom.intersection(give.people) and (given := iso(give.at)) is not None
        and give.at <= one.at and (day - given).days <= LOOK_BACK and give.id != one.id
    ]  # fmt: skip
    return [give for *_, give in sorted(near, key=lambda found: found[:3])[:MOST]]


def set_because(book: Book, return_id: str, gives: Sequence[str]) -> Work[Interaction]:
    """Say which gives a return grew from; raises NotFoundError or BadInputError."""
    one = book.interactions.get(return_id)
    if one is None:
        raise NotFoundError("This return is no longer in the book.")
    if one.direction != "got":
        raise BadInputError("Only something that came back grows from gives.")
    known = tuple(dict.fromkeys(give for give in gives if give in book.interactions and give != return_id))
    made = replace(one, because_of=known)
    return Work(f"grew from: {clean(one.text)}", (Put(made),), made)


def said(found: Shares, lag_of: Lag) -> list[str]:
    """Where it came from, in sentences."""
    if not found.all:
        return ["Nothing has come back yet; that takes time."]
    parts = [
        ("from people you had given to", found.direct),
        ("one step on", found.one_step_on),
        ("out of the blue", found.out_of_the_blue),
    ]
    counts = ", ".join(f"{count} {words}" for words, count in parts if count)
    return [f"Of {found.all} returns: {counts}.", f"From give to return: {lag_of.words}."]


def _whence(one: Interaction, first: Mapping[str, str], acquaintance: Acquaintance) -> Whence:
    def gave_to(person: str) -> bool:
        return person in first and first[person] < one.at

    if any(map(gave_to, one.people)):
        return "direct"
    if any(map(gave_to, one.via)) or any(
        gave_to(known) for giver in one.people for known in acquaintance.known_to(giver)
    ):
        return "one step on"
    return "out of the blue"


def _first_gives(interactions: Iterable[Interaction]) -> dict[str, str]:
    """When something first went out to each contact."""
    first: dict[str, str] = {}
    for one in interactions:
        if one.direction in _GIVEN:
            for person in one.people:
                if person not in first or one.at < first[person]:
                    first[person] = one.at
    return first


def _gives_by_person(interactions: Iterable[Interaction]) -> dict[str, list[str]]:
    """The instants of the gives to each contact, in order."""
    gives: dict[str, list[str]] = defaultdict(list)
    for one in interactions:
        if one.direction in _GIVEN:
            for person in one.people:
                gives[person].append(one.at)
    for instants in gives.values():
        instants.sort()
    return gives


def _days(one: Interaction, book: Book, gives: Mapping[str, list[str]]) -> int | None:
    """Days from a give to a return; None where there is no give before it."""
    day = iso(one.at)
    named = [book.interactions[id_].at for id_ in one.because_of if id_ in book.interactions]
    before = [at for at in named if at <= one.at]
    began = min(before) if before else ""
    for person in (*one.people, *one.via) if not began else ():
        instants = gives.get(person, [])
        place = bisect_left(instants, one.at)
        began = max(began, instants[place - 1]) if place else began
    given = iso(began)
    return (day - given).days if day is not None and given is not None else None


def _span(days: int) -> str:
    return "the same day" if days <= 0 else span(days)

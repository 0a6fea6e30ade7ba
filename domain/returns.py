"""Where returns came from, as far as the book tells; never what caused them, and no sum for anybody."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Final, Literal, NamedTuple

from domain.acquaintance import Acquaintance, How
from domain.book import Book, Put, Work
from domain.dealings import Dealings, givers
from domain.errors import BadInputError, NotFoundError
from domain.inbox.names import full_name
from domain.model import Contact, Interaction
from domain.momentum.months import Given, Lag, in_order, lag_of
from domain.momentum.tally import is_give
from domain.text import clean
from domain.words import iso

Whence = Literal["direct", "one step on", "out of the blue"]
"""Where a return came from: from somebody you had given to, from somebody whom such a one knows, or neither."""

LOOK_BACK: Final = 365
"""Days before a return in which the gives lie that are proposed for it."""
MOST: Final = 7
"""Gives that are proposed."""
MOST_PATHS: Final = 4
"""People that are proposed for the path."""
_A_SLICE: Final = 2_000
"""Entries that are looked at in one slice."""
_HOW: Final[dict[How, str]] = {
    "said": "you said so",
    "introduced": "an introduction",
    "met through": "met one by the other",
    "by way of": "something came that way",
    "together": "there together",
}
"""Why two are taken to know each other, in a few words."""


class Shares(NamedTuple):
    """How many returns came from where."""

    direct: int
    one_step_on: int
    out_of_the_blue: int

    @property
    def all(self) -> int:
        """All returns."""
        return sum(self)

    @property
    def words(self) -> str:
        """In one line, without what there is none of."""
        parts = ((self.direct, "direct"), (self.one_step_on, "one step on"), (self.out_of_the_blue, "out of the blue"))
        told = ", ".join(f"{count} {words}" for count, words in parts if count)
        return f"{self.all} came back: {told}" if self.all else "nothing has come back yet; that takes time"


class Path(NamedTuple):
    """Somebody by whose way a return may have come."""

    person: str
    how: str
    """Why they may be: how they are known to know who gave it; empty where nothing is known of that."""
    is_said: bool
    """Whether you have said so."""


class Origins:
    """Where every return of a book came from, how many days after a give, and what each give is said to have grown."""

    def __init__(self) -> None:
        """Nothing is known until `gather` has run to its end."""
        self.whence: dict[str, Whence] = {}
        """By the id of the return."""
        self.days: dict[str, int] = {}
        """Days from a give to the return, by its id; one without a give before it is not there."""
        self.grown: dict[str, list[str]] = {}
        """The returns that are said to have grown from a give, by its id."""

    def gather(
        self, newest_first: Sequence[Interaction], book: Book, acquaintance: Acquaintance, today: date
    ) -> Iterator[None]:
        """Go through the ledger from its end, a few milliseconds at a time; what lies ahead of today is no return."""
        given, day = Given(book.interactions), today.isoformat()
        entries = reversed(newest_first)
        while some := list(islice(entries, _A_SLICE)):
            for one in some:
                if one.direction != "got":
                    given.take(one)
                elif one.at[:10] <= day:
                    self._take(one, given, acquaintance)
            yield

    def _take(self, one: Interaction, given: Given, acquaintance: Acquaintance) -> None:
        self.whence[one.id] = _whence(one, given.gave_to, acquaintance)
        days = given.days_to(one)
        if days is not None:
            self.days[one.id] = days
        for give in one.because_of:
            self.grown.setdefault(give, []).append(one.id)

    def shares(self, entries: Iterable[Interaction]) -> Shares:
        """How many of these entries came from where."""
        known = self.whence
        return shares(known[one.id] for one in entries if one.id in known)

    def lag(self, entries: Iterable[Interaction]) -> Lag:
        """How long after a give these entries came back."""
        known = self.days
        return lag_of(known[one.id] for one in entries if one.id in known)


def origins(book: Book, acquaintance: Acquaintance, today: date) -> Origins:
    """All of it at once; only what lies before a return counts."""
    found = Origins()
    for _ in found.gather(in_order(book.interactions.values())[::-1], book, acquaintance, today):
        pass
    return found


def shares(found: Iterable[Whence]) -> Shares:
    """How many of these came from where."""
    every = list(found)
    return Shares(every.count("direct"), every.count("one step on"), every.count("out of the blue"))


def said(found: Shares, lag: Lag) -> list[str]:
    """Where it came from, in sentences."""
    return [f"{part[:1].upper()}{part[1:]}." for part in (found.words, lag.sentence) if part]


def explained(book: Book, dealings: Dealings, one: Interaction, acquaintance: Acquaintance) -> tuple[Whence, str]:
    """Where one return came from, and what the book has that says so."""
    contacts = book.contacts

    def gave_to(person: str) -> bool:
        return last_give(dealings, one, person) is not None

    found = _whence(one, gave_to, acquaintance)
    if found == "direct":
        giver = next(filter(gave_to, givers(one)))
        return found, f"something had gone out to {full_name(giver, contacts)} before"
    path = next(filter(gave_to, one.via), "")
    if path:
        return found, f"something had gone out to {full_name(path, contacts)}, by whose way it came"
    if found == "one step on":
        pairs = ((giver, known) for giver in givers(one) for known in acquaintance.known_to(giver))
        giver, known = next((giver, known) for giver, known in pairs if gave_to(known))
        words = f"{full_name(known, contacts)}, who knows {full_name(giver, contacts)}"
        return found, f"something had gone out to {words}{_because(known, giver, acquaintance)}"
    return found, "nothing had gone out to them, nor to anybody who is known to know them"


def last_give(dealings: Dealings, one: Interaction, person: str) -> Interaction | None:
    """The last give to somebody before an entry."""
    order = one.at, one.id
    before = (give for give in dealings.with_contact(person) if is_give(give) and (give.at, give.id) < order)
    return max(before, key=lambda give: (give.at, give.id), default=None)


def grew_from(
    dealings: Dealings, one: Interaction, keys: Callable[[str], Iterable[str]] = str.split
) -> list[Interaction]:
    """The gives before a return, to its people or its path, those with words in common first.

    `keys` makes words comparable, such as those of their stems.
    """
    day = iso(one.at)
    if day is None:
        return []
    words, order = set(keys(one.text)), (one.at, one.id)
    oldest = date.fromordinal(max(1, day.toordinal() - LOOK_BACK)).isoformat()
    found = {give.id: give for person in (*givers(one), *one.via) for give in dealings.with_contact(person)}
    near = [
        give
        for give in found.values()
        if give.at >= oldest and is_give(give) and (give.at, give.id) < order and give.id not in one.because_of
    ]
    near.sort(key=lambda give: (give.at, give.id), reverse=True)
    near.sort(key=lambda give: -len(words.intersection(keys(give.text))))
    return near[:MOST]


def paths(book: Book, dealings: Dealings, one: Interaction, acquaintance: Acquaintance) -> list[Path]:
    """By whose way a return came as you said, then those given to before it who know who gave it."""
    contacts = book.contacts
    near: dict[str, tuple[str, str]] = {}
    for giver in givers(one):
        for other in acquaintance.known_to(giver):
            if other in contacts and other not in one.people and other not in one.via and other not in near:
                give = last_give(dealings, one, other)
                if give is not None:
                    near[other] = give.at, giver
    ways = [Path(person, _known_how(person, one, acquaintance), is_said=True) for person in one.via]
    for person in sorted(near, key=lambda person: (near[person][0], person), reverse=True)[:MOST_PATHS]:
        giver = near[person][1]
        how = f"knows {full_name(giver, contacts)}{_because(person, giver, acquaintance)}"
        ways.append(Path(person, how, is_said=False))
    return ways


def set_because(book: Book, return_id: str, gives: Sequence[str]) -> Work[Interaction]:
    """Say which gives a return grew from; raises NotFoundError or BadInputError."""
    one = _return(book, return_id, "Only something that came back grows from gives.")
    if return_id in gives:
        raise BadInputError("Nothing grows from itself.")
    known = tuple(dict.fromkeys(give for give in gives if give in book.interactions))
    if any(book.interactions[give].direction == "got" for give in known):
        raise BadInputError("A return grows from what went out; this came back itself.")
    made = replace(one, because_of=known)
    words = f"grew from: {_named(one)}" if known else f"grew from nothing in particular: {_named(one)}"
    return Work(words, (Put(made),) if made != one else (), made)


def set_via(book: Book, return_id: str, people: Sequence[str]) -> Work[Interaction]:
    """Say by whose way a return came; raises NotFoundError or BadInputError."""
    one = _return(book, return_id, "Only something that came back has a path.")
    chosen = tuple(dict.fromkeys(people))
    for person in chosen:
        if person in one.via:
            continue  # it was said before, and they may be gone from the book since
        if person not in book.contacts:
            raise NotFoundError("This person is no longer in the book.")
        if person in one.people:
            raise BadInputError(f"It came from {full_name(person, book.contacts)}; the path is who led there.")
    made = replace(one, via=chosen)
    return Work(f"via {_listed(chosen, book.contacts)}: {_named(one)}", (Put(made),) if made != one else (), made)


def _return(book: Book, id_: str, otherwise: str) -> Interaction:
    """The return with that id; `otherwise` says what is wrong with another entry."""
    one = book.interactions.get(id_)
    if one is None:
        raise NotFoundError("This return is no longer in the book.")
    if one.direction != "got":
        raise BadInputError(otherwise)
    return one


def _named(one: Interaction) -> str:
    return clean(one.text) or one.kind


def _listed(people: Sequence[str], contacts: Mapping[str, Contact]) -> str:
    return ", ".join(full_name(person, contacts) for person in people) or "nobody"


def _whence(one: Interaction, gave_to: Callable[[str], bool], acquaintance: Acquaintance) -> Whence:
    if any(map(gave_to, givers(one))):
        return "direct"
    if any(map(gave_to, one.via)) or any(
        gave_to(known) for giver in givers(one) for known in acquaintance.known_to(giver)
    ):
        return "one step on"
    return "out of the blue"


def _because(person: str, other: str, acquaintance: Acquaintance) -> str:
    tie = acquaintance.tie(person, other)
    return f" ({_HOW[tie.how]})" if tie is not None else ""


def _known_how(person: str, one: Interaction, acquaintance: Acquaintance) -> str:
    """How somebody on a path knows who gave it, told by another record than the return itself."""
    for giver in givers(one):
        tie = acquaintance.tie(person, giver)
        if tie is not None and tie.record != one.id:
            return f"knows them ({_HOW[tie.how]})"
    return ""

"""Who led to whom, and to what: a tree of people and of what happened, in both directions, as rows of text."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Final, Literal, NamedTuple

from domain.book import Book
from domain.inbox.index import made_on
from domain.inbox.names import full_name
from domain.lines import ARROWS, ASCII_ARROWS, happened
from domain.model import Interaction
from domain.text import listed
from domain.words import counted, iso_of, month

DEEPEST: Final = 12
"""Steps that are followed at most, where nobody says otherwise."""
WIDEST: Final = 200
"""Rows that are drawn at most, where nobody says otherwise."""
LEAST_TEXT: Final = 24
"""Cells of a row that its lines leave to its words."""

GROWS_BY: Final = (
    ("met Joe via Ana", "Ana led to Joe"),
    ("introduced Ana to Ben", "it stands below both of them"),
    ("got a job lead from Cara via Dee", "below Cara and Dee"),
)
"""What makes a tree grow: a line to capture, and what it does."""

Again = Literal["", "circle", "above"]
"""Why a row is not followed: it stands on its own way, or with all that is below it further up."""

_AGAIN: Final[Mapping[Again, str]] = {"": "", "circle": "  (a circle: see above)", "above": "  (see above)"}


class Node(NamedTuple):
    """A row of the tree."""

    id: str
    """The id of a contact or of an interaction."""
    parent: str
    """The id of the row that it hangs from; empty where the tree begins."""
    depth: int
    """Steps from where the tree begins."""
    is_last: tuple[bool, ...]
    """For each step on the way here, whether it is the last of its kind, for the lines that are drawn."""
    text: str
    when: str
    """The month of what happened; empty for a person."""
    under: int
    """How many people and returns there are below it, each counted once."""
    again: Again = ""
    is_folded: bool = False
    """Whether there is more below that is not shown."""

    def lines(self, ascii_only: bool = False, room: int = 0) -> str:
        """The lines in front of the words; where they would leave too few of so many cells, only their end."""
        rail, branch, end, blank = ("|  ", "|- ", "`- ", "   ") if ascii_only else ("│  ", "├─ ", "└─ ", "   ")
        if not self.is_last:
            return ""
        drawn = "".join(blank if last else rail for last in self.is_last[:-1]) + (end if self.is_last[-1] else branch)
        most = max(room - LEAST_TEXT, len(end))
        return drawn if not room or len(drawn) <= most else drawn[-most:]

    def aside(self) -> str:
        """What stands after the words: how much is below, or where it is drawn already."""
        if self.again:
            return _AGAIN[self.again]
        more = self.under > 1 or (self.is_folded and self.under)
        return f"  ({self.under} more)" if more else ""

    def drawn(self, ascii_only: bool = False, room: int = 0) -> str:
        """The row as text, with the lines of the tree."""
        return f"{self.lines(ascii_only, room)}{self.words(ascii_only)}{self.aside()}"

    def words(self, ascii_only: bool = False) -> str:
        """What it is, and when that was."""
        text = in_ascii(self.text) if ascii_only else self.text
        return f"{text}, {self.when}" if self.when else text


class Paths:
    """What led to what up to a day, as the records of the book have it.

    Somebody leads to those who were met through them, by way of them or by their introduction; a meeting to those who
    were met there; the giver to a return. A return comes by way of its path, and grows from gives, which then stand
    between it and their people. An introduction that you made stands below the two of it.
    """

    def __init__(self, book: Book, today: date) -> None:
        self._book = book
        self._contacts, self._acts = book.contacts, book.interactions
        self._on: dict[str, list[str]] = defaultdict(list)
        """What each leads to; a step that several records tell of may stand there more than once."""
        self._back: dict[str, list[str]] = defaultdict(list)
        self._under: dict[tuple[str, bool], int] = {}
        contacts, acts, after = self._contacts, self._acts, (today + timedelta(days=1)).isoformat()
        for one in contacts.values():
            via = one.met_via
            if not via:
                continue
            if via in contacts:
                self._join(via, one.id)
            elif via in acts:
                self._join(via, one.id)
                self._add_people(acts[via])
        special: list[Interaction] = []
        on, back = self._on, self._back
        for act in acts.values():
            direction = act.direction
            if direction == "none" or act.at >= after:
                continue
            if act.via or act.because_of or (act.kind == "introduction" and len(act.people) > 1):
                special.append(act)
            elif direction == "got":
                for giver in act.people:
                    on[giver].append(act.id)
                    back[act.id].append(giver)
        asked = {one for act in special if act.via or act.kind == "introduction" for one in act.people}
        self._first = _first_of((one for one in asked if one in contacts and not contacts[one].met_via), acts.values())
        for act in special:
            if act.direction == "got":
                self._add_return(act)
                continue
            if act.kind == "introduction" and len(act.people) > 1:
                self._add_people(act)
            for path in act.via:
                for person in filter(partial(self._is_new, act), act.people):
                    self._join(path, person)

    def after(self, id_: str, *, backwards: bool = False) -> list[str]:
        """What one step leads to, or (backwards) comes from: people by most below, then what happened."""
        return sorted(self._steps(id_, backwards), key=lambda other: self._order(other, backwards))

    def tree(
        self,
        *starts: str,
        backwards: bool = False,
        folded: Container[str] = (),
        deepest: int = DEEPEST,
        most: int = WIDEST,
    ) -> list[Node]:
        """What each start led to, or (backwards) what led there; nothing is shown below what is folded."""
        rows: list[Node] = []
        for node in self._rows(starts, backwards, folded, deepest):
            rows.append(node)
            if len(rows) >= most:
                break
        return rows

    def starts(self) -> list[str]:
        """Where most grew from: nothing led there, or only what it led to itself; the one with most below first."""
        first: list[str] = []
        seen: set[str] = set()
        for id_ in self._sources_first():
            if id_ not in seen:
                first.append(id_)
                self._reach(id_, self._on, seen)
        return sorted((id_ for id_ in first if self._on.get(id_)), key=lambda id_: (-self.under(id_), id_))

    def under(self, id_: str, *, backwards: bool = False) -> int:
        """How many people and returns come after it (or before), each counted once."""
        known = self._under.get((id_, backwards))
        if known is None:
            edges = self._back if backwards else self._on
            steps = tuple(self._steps(id_, backwards))
            if len(steps) == 1 and not (self._on if backwards else self._back).get(id_):  # nothing leads back to it
                known = 1 + self.under(steps[0], backwards=backwards) if (steps[0], backwards) in self._under else None
            if known is None:
                seen = {id_}
                for step in steps:
                    self._reach(step, edges, seen)
                known = len(seen) - 1
            self._under[id_, backwards] = known
        return known

    def said(self, id_: str, parent: str = "") -> str:
        """What a row says, below another one: a name, or what happened and with whom."""
        act = self._acts.get(id_)
        if act is None:
            return full_name(id_, self._contacts)
        with_whom = parent if parent in act.people else (act.people[0] if act.people else "")
        words = happened(replace(act, via=(), minutes=0), with_whom, self._book)
        if with_whom and parent not in act.people:
            words = f"{full_name(with_whom, self._contacts)}: {words}"
        paths = [full_name(path, self._contacts) for path in act.via if path != parent]
        by_way = f", via {listed(paths)}" if paths else ""
        return f"{ARROWS[act.direction]} {words}{by_way}"

    def is_joined(self, id_: str) -> bool:
        """Whether anything led there, or on from there."""
        return id_ in self._on or id_ in self._back

    def _rows(self, starts: Iterable[str], backwards: bool, folded: Container[str], deepest: int) -> Iterator[Node]:
        waiting: list[tuple[str, tuple[bool, ...], tuple[str, ...]]] = [
            (id_, (), ()) for id_ in reversed(tuple(starts))
        ]
        followed: set[str] = set()
        while waiting:
            id_, lasts, way = waiting.pop()
            after = self.after(id_, backwards=backwards)
            again: Again = "circle" if id_ in way else "above" if after and id_ in followed else ""
            is_folded = bool(after) and not again and (id_ in folded or len(way) >= deepest)
            parent = way[-1] if way else ""
            act = self._acts.get(id_)
            text, when = self.said(id_, parent), month(act.at[:10]) if act is not None else ""
            yield Node(id_, parent, len(way), lasts, text, when, self.under(id_, backwards=backwards), again, is_folded)
            if again or is_folded:
                continue
            followed.add(id_)
            for number, other in reversed(list(enumerate(after, 1))):
                waiting.append((other, (*lasts, number == len(after)), (*way, id_)))

    def _steps(self, id_: str, backwards: bool) -> Iterable[str]:
        """One step on or back; what is no part of the tree, such as a call, came from its people all the same."""
        known = (self._back if backwards else self._on).get(id_)
        act = self._acts.get(id_)
        if act is None or self.is_joined(id_):
            return dict.fromkeys(known or ())
        givers, brought = self._parted(act)
        return dict.fromkeys((*givers, *act.via) if backwards else brought)

    def _order(self, id_: str, backwards: bool) -> tuple[bool, int, str, str]:
        act = self._acts.get(id_)
        if act is not None:
            return True, 0, act.at, id_
        known = self._contacts.get(id_)
        met = (known.met_on if known is not None else "") or iso_of(made_on(id_))
        return False, -self.under(id_, backwards=backwards), met, id_

    def _join(self, one: str, other: str) -> None:
        if one != other and one:
            self._on[one].append(other)
            self._back[other].append(one)

    def _add_people(self, act: Interaction) -> list[str]:
        """The people of something that happened lead to it, but for those who were met there; gives them."""
        contacts = self._contacts
        came = [one for one in act.people if one not in contacts or contacts[one].met_via != act.id]
        for person in came:
            self._join(person, act.id)
        return came

    def _add_return(self, act: Interaction) -> None:
        """What led to a return: gives that it grew from, who gave it, by whose path it came."""
        id_, join = act.id, self._join
        between = self._grown_from(act) if act.because_of else ()
        givers, brought = self._parted(act) if act.kind == "introduction" else (act.people, ())
        stands = not brought or act.because_of or id_ in self._on
        for giver in givers:
            if stands and giver not in between:
                join(giver, id_)
            for other in brought:
                join(id_ if stands else giver, other)
        for path in act.via:
            is_led = False
            for giver in givers:
                if giver != path and self._first.get(giver) is act:
                    join(path, giver)
                    is_led = True
            if not is_led and path not in between and path not in givers:
                join(path, id_ if stands else givers[0])

    def _grown_from(self, act: Interaction) -> Collection[str]:
        """Put the gives that a return grew from between it and their people; gives these."""
        between: set[str] = set()
        for id_ in act.because_of:
            give = self._acts.get(id_)
            if give is not None and give is not act:
                self._join(id_, act.id)
                between.update(self._add_people(give))
        return between

    def _parted(self, act: Interaction) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who gave a return and, where you were introduced, to whom: to those met by it, else to all but the first."""
        if act.direction != "got" or act.kind != "introduction" or len(act.people) < 2:
            return act.people, ()
        by, contacts = {act.id, *act.people}, self._contacts
        met = tuple(one for one in act.people if one in contacts and contacts[one].met_via in by)
        met = met or tuple(one for one in act.people if self._is_new(act, one))
        if not 0 < len(met) < len(act.people):
            return act.people[:1], act.people[1:]
        return tuple(one for one in act.people if one not in met), met

    def _is_new(self, act: Interaction, person: str) -> bool:
        """Whether somebody first appears there, and nothing else says how they were met."""
        return self._first.get(person) is act

    def _reach(self, start: str, edges: Mapping[str, Sequence[str]], seen: set[str]) -> None:
        """Note what can be reached from there, itself included, over what was not seen yet."""
        edge = [] if start in seen else [start]
        seen.add(start)
        while edge:
            for other in edges.get(edge.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    edge.append(other)

    def _sources_first(self) -> list[str]:
        """Everything in such an order that a circle comes before what it leads to: the last one left comes first."""
        left: list[str] = []
        seen: set[str] = set()
        for id_ in sorted(self._on):
            if id_ in seen:
                continue
            seen.add(id_)
            way = [(id_, iter(self._on[id_]))]
            while way:
                at, steps = way[-1]
                other = next((one for one in steps if one not in seen), None)
                if other is None:
                    left.append(at)
                    way.pop()
                else:
                    seen.add(other)
                    way.append((other, iter(self._on.get(other, ()))))
        return left[::-1]


def drawn(
    rows: Sequence[Node],
    ascii_only: bool = False,
    *,
    backwards: bool = False,
    room: int = 0,
    is_cut: bool = False,
) -> str:
    """The rows as a text; `room` has the cells of a narrow screen, `is_cut` says that there are more rows."""
    lines = [row.drawn(ascii_only, room) for row in rows]
    if len(rows) == 1 and not rows[0].under:
        lines.append(nothing(backwards))
    elif is_cut:
        lines.append(f"and more: {counted(rows[0].under, 'person or return', 'people and returns')} in all")
    return "\n".join(lines)


def nothing(backwards: bool) -> str:
    """What is said of a start without a tree."""
    if backwards:
        return "nothing that the book knows of led here"
    return "leads to nobody and nothing that the book knows of"


def in_ascii(text: str) -> str:
    """The words of a row with its own arrow in ASCII; what users have written stays."""
    for direction, arrow in ARROWS.items():
        if text.startswith(f"{arrow} "):
            return ASCII_ARROWS[direction] + text.removeprefix(arrow)
    return text


def _first_of(people: Iterable[str], acts: Iterable[Interaction]) -> dict[str, Interaction]:
    """With what each of these people was first dealt with."""
    first: dict[str, Interaction | None] = dict.fromkeys(people)
    for act in acts if first else ():
        for person in act.people:
            if person in first and act.direction != "none":
                known = first[person]
                if known is None or (act.at, act.id) < (known.at, known.id):
                    first[person] = act
    return {person: act for person, act in first.items() if act is not None}

"""Who led to whom, and to what: a tree of people and returns, in both directions, as rows of text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from domain.book import Book
from domain.inbox.names import full_name
from domain.model import Interaction
from domain.text import clean
from domain.words import counted, month

DEEPEST: Final = 12
"""Steps that are followed at most."""
WIDEST: Final = 200
"""Rows that are drawn at most."""


class Node(NamedTuple):
    """A row of the tree."""

    id: str
    """The id of a contact or of an interaction."""
    depth: int
    """Steps from where the tree begins."""
    is_last: tuple[bool, ...]
    """For each step on the way here, whether it is the last of its kind, for the lines that are drawn."""
    text: str
    under: int
    """How many people and returns there are below it, each counted once."""
    is_cut: bool
    """Whether it stands elsewhere on its own way, so that it is not followed again."""

    def drawn(self, ascii_only: bool = False) -> str:
        """The row as text, with the lines of the tree."""
        rail, branch, end, blank = ("|  ", "|- ", "`- ", "   ") if ascii_only else ("│  ", "├─ ", "└─ ", "   ")
        lines = "".join(blank if last else rail for last in self.is_last[:-1])
        joint = (end if self.is_last[-1] else branch) if self.is_last else ""
        under = f"  ({self.under} more)" if self.under > 1 else ""
        return f"{lines}{joint}{self.text}{' …' if self.is_cut else ''}{under}"


class Paths:
    """What led to what, as the records of the book have it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._on: dict[str, dict[str, None]] = defaultdict(dict)
        self._back: dict[str, dict[str, None]] = defaultdict(dict)
        for one in book.contacts.values():
            for other in self._led_to(one.met_via):
                self._join(other, one.id)
        for act in book.interactions.values():
            if act.direction == "got":
                self._add_return(act)
        self._under: dict[tuple[str, bool], int] = {}

    def tree(self, start: str, *, backwards: bool = False) -> list[Node]:
        """What somebody or a return led to, or (backwards) what led there; the start itself comes first."""
        rows: list[Node] = []
        for node in self._rows(start, backwards):
            rows.append(node)
            if len(rows) >= WIDEST:
                break
        return rows

    def starts(self) -> list[str]:
        """Those who led to most, the first of each way; nobody who was led to by another."""
        first = [id_ for id_ in self._on if self._on[id_] and not self._back.get(id_) and id_ in self._book.contacts]
        return sorted(first, key=lambda id_: (-self.under(id_), id_))

    def under(self, start: str, *, backwards: bool = False) -> int:
        """How many people and returns come after it (or before), each counted once."""
        known = self._under.get((start, backwards))
        if known is None:
            edges, seen, edge = (self._back if backwards else self._on), {start}, [start]
            while edge:
                near = {other for one in edge for other in edges.get(one, ())} - seen
                seen |= near
                edge = sorted(near)
            known = self._under[start, backwards] = len(seen) - 1
        return known

    def _rows(self, start: str, backwards: bool) -> Iterator[Node]:
        edges: Mapping[str, Mapping[str, None]] = self._back if backwards else self._on
        waiting: list[tuple[str, tuple[bool, ...], tuple[str, ...]]] = [(start, (), ())]
        while waiting:
            id_, lasts, way = waiting.pop()
            is_cut = id_ in way
            yield Node(id_, len(way), lasts, self._said(id_), self.under(id_, backwards=backwards), is_cut)
            if is_cut or len(way) >= DEEPEST:
                continue
            after = sorted(edges.get(id_, ()))
            for number, other in reversed(list(enumerate(after, 1))):
                waiting.append((other, (*lasts, number == len(after)), (*way, id_)))

    def _join(self, one: str, other: str) -> None:
        if one != other:
            self._on[one][other] = None
            self._back[other][one] = None

    def _led_to(self, met_via: str) -> Sequence[str]:
        """The contacts by whom somebody was met: one, or those of an interaction."""
        if met_via in self._book.contacts:
            return (met_via,)
        act = self._book.interactions.get(met_via)
        return act.people if act is not None else ()

    def _add_return(self, act: Interaction) -> None:
        """A return comes from its people, these by way of its path; an introduction leads to whom it was with."""
        if act.kind == "introduction" and len(act.people) > 1:
            for other in act.people[1:]:
                self._join(act.people[0], other)
            return
        for giver in act.people:
            self._join(giver, act.id)
            for path in act.via:
                self._join(path, giver)
        for path in act.via if not act.people else ():
            self._join(path, act.id)

    def _said(self, id_: str) -> str:
        act = self._book.interactions.get(id_)
        if act is None:
            return full_name(id_, self._book.contacts)
        return f"← {clean(act.text) or act.kind}, {month(act.at[:10])}"


def drawn(rows: Sequence[Node], ascii_only: bool = False) -> str:
    """The rows as a text, with a line on how much there is."""
    lines = [row.drawn(ascii_only).replace("←", "<-") if ascii_only else row.drawn() for row in rows]
    if len(rows) == 1:
        lines.append("leads to nobody and nothing that the book knows of")
    elif len(rows) >= WIDEST:
        lines.append(f"and more: {counted(rows[0].under, 'person or return', 'people and returns')} in all")
    return "\n".join(lines)

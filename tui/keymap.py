"""The key map as it is declared, in groups: the page of keys and docs/keys.md are made from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input


@dataclass(frozen=True, slots=True)
class Entry:
    """One command with the keys that it has."""

    name: str
    """Its id, under which it can be remapped."""
    bindings: tuple[Binding, ...]
    """One for each key."""
    words: str
    tooltip: str


@dataclass(frozen=True, slots=True)
class Group:
    """The commands of one kind of screen or widget."""

    title: str
    entries: tuple[Entry, ...]


def entries(declared: Iterable[BindingType]) -> tuple[Entry, ...]:
    """The commands of a list of declared bindings, in its order; those without help are left out."""
    by_name: dict[str, list[Binding]] = {}
    for binding in Binding.make_bindings(declared):
        if binding.tooltip:
            by_name.setdefault(binding.id or binding.action, []).append(binding)
    return tuple(Entry(name, tuple(found), found[0].description, found[0].tooltip) for name, found in by_name.items())


def groups_on(screen: Screen[Any]) -> tuple[Group, ...]:
    """What works on a screen now, with the keys that the user gave: its own commands, those of what has the focus,
    those that work everywhere."""
    of_node: dict[str, list[Binding]] = {"Here": [], "In the list": [], "In the field": [], "Everywhere": []}
    for active in screen.active_bindings.values():
        if active.enabled:
            of_node[_title(active.node, screen)].append(active.binding)
    groups = (Group(title, entries(found)) for title, found in of_node.items())
    return tuple(group for group in groups if group.entries)


def _title(node: DOMNode, screen: Screen[Any]) -> str:
    if node is screen:
        return "Here"
    if node is screen.app:
        return "Everywhere"
    return "In the field" if isinstance(node, Input) else "In the list"


def own_bindings(kind: type[DOMNode]) -> list[BindingType]:
    """The bindings that a class of ours declares, with those of the classes of ours that it grows from."""
    found: list[BindingType] = []
    for each in kind.__mro__:
        if each.__module__.startswith("tui."):
            found.extend(each.__dict__.get("BINDINGS", ()))
    return found

"""Whom somebody could be brought together with, or is being, as rows of their page and of the pane of a list."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from domain.drafting import is_deed
from domain.inbox.item import Item
from domain.inbox.names import full_name
from domain.inbox.score import Score
from domain.matching.suggestion import WORDS, Suggestion, item_of
from domain.model import Contact
from domain.text import clean
from domain.words import near
from tui.person_lines import Pair

if TYPE_CHECKING:
    from domain.desk import Desk

MOST: Final = 3
"""Matches of one person that are shown."""


def pairs_of(desk: "Desk", contact: str) -> Iterator[tuple[Pair, Item]]:
    """What is under way with somebody, then the best matches, each with its item; all matches must be known."""
    moment, introductions, contacts = desk.moment(), desk.introductions, desk.book.contacts
    for one in introductions.under_way():
        other = one.b if one.a == contact else one.a
        step = introductions.next_step(one)
        if contact not in (one.a, one.b) or step is None:
            continue
        item, due = introductions.item(one.a, one.b), introductions.due(one)
        words = f"{full_name(other, contacts)}: {introductions.stands(one)}; {step.words}"
        when = near(due, moment.today) if due is not None else ""
        yield Pair(item.key, "intro", words, when, is_late=due is not None and due < moment.today), item
    away = {one.key for one in desk.book.snoozes.values() if not one.until or one.until > moment.day}
    score = Score(desk.settings.inbox_weights)
    found = [one for one in introductions.of(contact) if one.key not in away]
    for suggestion in found[:MOST]:
        _, name, words = has_for(suggestion, contact, contacts)
        yield (
            Pair(suggestion.key, "match", f"{name} {words}", "neither knows the other"),
            item_of(suggestion, score, moment),
        )


def has_for(found: Suggestion, contact: str, contacts: Mapping[str, Contact]) -> tuple[str, str, str]:
    """The other one of a match, their name, and what it is that they have or need."""
    said = found.offer if found.a == contact else found.need
    text = clean(said.text)
    words = text if said.told == "offers" and is_deed(text) else f"{WORDS[said.told]} {text}"
    return said.contact, full_name(said.contact, contacts), words

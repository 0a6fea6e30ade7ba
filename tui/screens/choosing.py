"""The bar in which the other one of an introduction is chosen: by a name, or from those who would be a match."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.capture.chips import Chip
from domain.inbox.names import full_name
from domain.text import clean, fold
from tui.glyphs import Glyphs
from tui.person_pairs import has_for
from tui.prompt import Preview, Prompt
from tui.screens.place import Frame
from tui.widgets.chips import marked

if TYPE_CHECKING:
    from domain.desk import Desk

KEYS: Final = "enter take them up · tab and ↑↓ another · re: why · esc back"
MOST: Final = 8
"""People who are offered at once."""
_WHY: Final = " re:"
"""Opens the reason behind a name."""


class Other(NamedTuple):
    """Somebody whom a person may be introduced to."""

    contact: str
    name: str
    words: str
    """What tells them from others: what they have for each other, else what they do."""


class Choosing:
    """Whom somebody is to be introduced to, as it stands in the line."""

    def __init__(self, desk: "Desk", contact: str, *, matches: bool) -> None:
        """`matches` says whether those who would be a match are known."""
        self._desk = desk
        self._contact = contact
        self._matches = tuple(self._known_matches()) if matches else ()
        self._typed = ""
        self._offered: Sequence[Other] = self._matches
        self._at = -1
        """Which of those offered was taken into the line; -1 where the line is as it was typed."""

    @property
    def at(self) -> int:
        """Which of those offered enter takes."""
        return max(self._at, 0)

    def others(self, text: str) -> Sequence[Other]:
        """Those who are offered for a line; what was taken into it from an offer changes nothing."""
        typed = text.partition(_WHY)[0].strip()
        if self._at >= 0 and typed == self._offered[self._at].name:
            return self._offered
        if typed != self._typed or self._at >= 0:
            self._typed, self._at = typed, -1
            self._offered = tuple(self._found(typed)) if typed else self._matches
        return self._offered

    def step(self, text: str, by: int) -> str | None:
        """The line with the next one who is offered in it; None where nobody is."""
        others, (_, why, reason) = self.others(text), text.partition(_WHY)
        if not others:
            return None
        self._at = (self._at + by) % len(others) if self._at >= 0 else (0 if by > 0 else len(others) - 1)
        return others[self._at].name + why + reason

    def _known_matches(self) -> list[Other]:
        found = self._desk.introductions.of(self._contact)[:MOST]
        return [Other(*has_for(one, self._contact, self._desk.book.contacts)) for one in found]

    def _found(self, typed: str) -> list[Other]:
        """Those whom a name or another word finds, but for the person themselves; matches before the others."""
        contacts, by_match = self._desk.book.contacts, {one.contact: one for one in self._matches}
        found = [hit.contact for hit in self._desk.search(typed, MOST + 1) if hit.contact != self._contact]
        named = [one for one in found if fold(typed) in fold(contacts[one].name)] or found
        named.sort(key=lambda one: one not in by_match)
        return [
            by_match.get(one) or Other(one, full_name(one, contacts), clean(contacts[one].organisation))
            for one in named[:MOST]
        ]


async def choose_other(frame: Frame, contact: str) -> None:
    """Ask whom somebody is to be introduced to, and take the two up."""
    swell = frame.swell
    desk = swell.desk
    choosing = Choosing(desk, contact, matches=swell.has_matches and desk.matches_are_ready())
    title = f"introduce {full_name(contact, desk.book.contacts)} to whom?"

    async def enter(text: str) -> bool:
        others = choosing.others(text)
        if not others:
            typed = text.partition(_WHY)[0].strip()
            words = f"Nobody in the book fits “{typed}”." if typed else "Write a name; tab and the arrows offer some."
            swell.tell(words, wrong=True)
            return False
        other, reason = others[choosing.at], text.partition(_WHY)[2].strip()
        pair = await swell.change(lambda: desk.introductions.take_up(contact, other.contact, reason))
        if pair is None:
            return False
        both = " and ".join(full_name(one, desk.book.contacts) for one in (pair.a, pair.b))
        swell.tell(f"{both}: {desk.introductions.told(pair)}", undoable=True)
        return True

    await frame.ask(
        Prompt(
            title,
            lambda text: _preview(choosing, text, swell.glyphs),
            enter,
            keys=swell.glyphs.own(KEYS),
            move=choosing.step,
            complete=choosing.step,
            captures=False,
        )
    )


def _preview(choosing: Choosing, text: str, glyphs: Glyphs) -> Preview:
    """Those who are offered, with the one marked whom enter takes."""
    others = choosing.others(text)
    if not others:
        return Preview([Chip("hint", "nobody fits that" if text.strip() else "type a few letters of a name")])
    chips = []
    for at, one in enumerate(others):
        words = glyphs.own(f"{one.name}, {one.words}" if one.words else one.name)
        chips.append(marked(words, glyphs) if at == choosing.at else Chip("choice", words))
    return Preview(chips)

"""One person found, with what to show of why."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from domain.search.fields import NAMES, Field, Person
from domain.search.matcher import EXACT, FUZZY, INITIALS, Match
from domain.search.words import APOSTROPHES, HONORIFICS, name_words, placed_words

Span = tuple[int, int]
"""First letter and the one after the last."""

_SNIPPET: Final = 32
_SHOWN_IN_ROW: Final[tuple[Field, ...]] = ("name", "organisation", "role", "place")


class Hit(NamedTuple):
    """A person that a query fits; what to show of it is worked out when it is read, which for most it never is."""

    contact: str
    """The id."""
    score: float
    """From 0 to 100: how well the query fits, whoever it is."""
    matched: str
    """The field that fitted, by its word on screen; empty where nothing was asked."""
    person: Person | None = None
    """What was searched of them; None where nothing but filters was asked."""
    matches: tuple[Match, ...] = ()
    """What fitted, one for each word that was typed."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """What to highlight in the name."""
        return _spans(self.person, self.matches) if self.person else ()

    @property
    def words(self) -> str:
        """Why, in short: `place`, `name, fuzzy`, `note: cousin of Ana`."""
        return _words(self.person, _telling(self.matches)) if self.person else self.matched


def hit_of(person: Person, matches: list[Match]) -> Hit:
    """The hit for a person whom these matches found, one for each word that was typed."""
    score = sum([match.points for match in matches]) / len(matches)
    return Hit(person.contact.id, round(score, 1), _telling(matches).field, person, tuple(matches))


def _telling(matches: Sequence[Match]) -> Match:
    """The weakest match, of those alike the last, which says why somebody was found."""
    return min(reversed(matches), key=attrgetter("points"))


def _words(person: Person, match: Match) -> str:
    if match.points == INITIALS:
        return "initials"
    if match.points <= FUZZY:
        return f"{match.field}, fuzzy"
    if match.field in _SHOWN_IN_ROW:
        return match.field
    if match.points == EXACT:
        return next(f"alias: {text}" for text in person.contact.aliases if " ".join(name_words(text)) == match.word)
    return f"{match.field}: {_snippet(person.texts_of(match.field), match.word)}"


def _snippet(texts: list[str], word: str) -> str:
    """A piece of the first text that has the word: its beginning, or from the word on where that stands far back."""
    for text in texts:
        place = _place(text, word)
        if place >= 0:
            return _cut(text if place + len(word) < _SNIPPET else text[_start(text, place) :])
    return _cut(texts[0]) if texts else ""


def _place(text: str, word: str) -> int:
    """Where a word of the text that has these letters begins; -1 if there is none."""
    if text.isascii() and word not in text.lower().translate(APOSTROPHES):
        return -1
    return next((places[0] for found, places in placed_words(text) if word in found), -1)


def _start(text: str, place: int) -> int:
    """Where to begin a piece that shows this place: there, or at the beginning of the sentence if that is near."""
    sentence = max(text.rfind(". ", 0, place) + 2, 1)
    return sentence if sentence > 1 and place - sentence < _SNIPPET // 2 else place


def _cut(text: str) -> str:
    line = " ".join(text[: _SNIPPET * 2].split())
    if len(line) <= _SNIPPET:
        return line
    return line[: _SNIPPET - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def _spans(person: Person, matches: Sequence[Match]) -> tuple[Span, ...]:
    """Where the name shows what was typed; nowhere, if other fields fitted."""
    if not any(match.field in NAMES for match in matches):
        return ()
    placed = placed_words(person.contact.name)
    if len(placed) > 1:
        placed = [pair for pair in placed if pair[0] not in HONORIFICS] or placed
    found: list[Span] = []
    for match in matches:
        if match.field == "name":
            found.extend(_spans_of(placed, match))
    return _joined(found)


def _spans_of(placed: list[tuple[str, Sequence[int]]], match: Match) -> list[Span]:
    if match.points == EXACT:
        return [(places[0], places[-1] + 1) for _, places in placed]
    if match.points == INITIALS:
        return [(places[0], places[0] + 1) for _, places in placed[: len(match.word)]]
    for begins in (True, False):
        for word, places in placed:
            at = word.find(match.word)
            if at == 0 or (at > 0 and not begins):
                return [(places[at], places[at + len(match.word) - 1] + 1)]
    return []


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)

"""The ledger narrowed: by way, kind, person, tag, time and words, as one types it and as options say it."""

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import compress, filterfalse
from operator import attrgetter, is_not
from typing import TYPE_CHECKING, Final, Literal, get_args

from domain.capture.dates import MONTHS, past_date
from domain.errors import BadInputError
from domain.model import KINDS, Direction, Interaction, Kind
from domain.text import clean, fold, listed
from domain.words import iso, short_date

if TYPE_CHECKING:
    from domain.capture.completing import Offer
    from domain.capture.vocabulary import Vocabulary

Way = Literal["out", "back", "notes"]
"""What went out (mutual acts too), what came back, or what was only noted."""
Mark = Literal["kind", "person", "tag", "since", "until"]

WAYS: Final[dict[Way, frozenset[Direction]]] = {
    "out": frozenset({"gave", "mutual"}),
    "back": frozenset({"got"}),
    "notes": frozenset({"none"}),
}
WAY_WORDS: Final[dict[Way, str]] = {"out": "what went out", "back": "what came back", "notes": "notes"}
MARKS: Final[tuple[Mark, ...]] = get_args(Mark)
_MARK_WORDS: Final[dict[Mark, str]] = {
    "kind": "call, message, lead, ...",
    "person": "with somebody, or by their way",
    "tag": "with a tag",
    "since": "from a day, a month or a year on",
    "until": "up to and with it",
}
_TOKEN: Final = re.compile(r'(?<!\S)(?:(\w+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+))')
_LAST_MARK: Final = re.compile(r'(?:^|\s)((\w+):("[^"]*|\S*))$')
_LAST_WORD: Final = re.compile(r"(?:^|\s)(\S*)$")
_OFFSET: Final = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)
_YEAR: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?", re.ASCII)
_TIMES: Final = ("1w", "1m", "3m", "1y", "yesterday", "mon")
_MOST: Final = 8
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which entries are meant. Of kinds and ways one has to fit; of people, tags and words every one."""

    ways: tuple[Way, ...] = ()
    kinds: tuple[Kind, ...] = ()
    people: tuple[str, ...] = ()
    """The ids of contacts who were there, or by whose way it came."""
    tags: tuple[str, ...] = ()
    """A tag means those nested in it too."""
    words: tuple[str, ...] = ()
    """Folded words of the text."""
    since: str = ""
    """An ISO day."""
    until: str = ""
    """An ISO day, which is included."""

    def __bool__(self) -> bool:
        return self != _ALL

    def fitting(self, entries: Iterable[Interaction]) -> Iterator[Interaction]:
        """Those that are meant, in their order."""
        found = iter(entries)
        if self.ways:
            directions = frozenset[Direction]().union(*(WAYS[way] for way in self.ways))
            found = (one for one in found if one.direction in directions)
        if self.kinds:
            found = (one for one in found if one.kind in self.kinds)
        if self.since:
            found = (one for one in found if one.at >= self.since)
        if self.until:
            found = (one for one in found if one.at[:10] <= self.until)
        if self.people:
            found = (one for one in found if all(who in one.people or who in one.via for who in self.people))
        if self.tags:
            has = cache(lambda tags: _has_tags(tags, self.tags))
            found = (one for one in found if one.tags and has(one.tags))
        if self.words:
            found = (one for one in found if _has_words(one.text, self.words))
        return found

    def said(self, name: Callable[[str], str], today: date) -> str:
        """In words: `what came back, lead, with Ana Lopez, #design, since 1 Jan`; nothing is `out and back`."""
        return ", ".join(self.parts(name, today)) or "out and back"

    def parts(self, name: Callable[[str], str], today: date) -> list[str]:
        """What it asks for, each in words; `name` says what a contact is called."""
        days = ((word, iso(day)) for word, day in (("since", self.since), ("until", self.until)))
        parts = (
            listed([WAY_WORDS[way] for way in self.ways]),
            listed(self.kinds, "or"),
            f"with {listed([name(person) for person in self.people])}" if self.people else "",
            *(f"#{clean(tag)}" for tag in self.tags),
            *(f"“{clean(word)}”" for word in self.words),
            *(f"{word} {short_date(day, today)}" for word, day in days if day is not None),
        )
        return [part for part in parts if part]


_ALL: Final = Narrowing()
FEW: Final = 50
"""Changed entries that are put in one by one; for more of them all are sorted."""


def ledger(interactions: Iterable[Interaction], narrowing: Narrowing = _ALL) -> list[Interaction]:
    """The entries that are meant, newest first."""
    found = list(narrowing.fitting(interactions))
    found.sort(key=attrgetter("at", "id"), reverse=True)
    return found


def gone_on(
    entries: Sequence[Interaction], before: Mapping[str, Interaction], now: Mapping[str, Interaction]
) -> list[Interaction]:
    """The whole ledger of what there is now, by how it stood for what there was before; few changes are put in."""
    new = list(compress(now.values(), map(is_not, map(before.get, now), now.values())))
    old = [*filterfalse(now.__contains__, before), *(one.id for one in new if one.id in before)]
    if len(new) + len(old) > FEW:
        return ledger(now.values())
    found = list(entries)
    for id_ in old:
        del found[_place(found, before[id_])]
    for one in new:
        found.insert(_place(found, one), one)
    return found


def _place(entries: Sequence[Interaction], one: Interaction) -> int:
    """Where an entry of a ledger stands, or would stand."""
    return bisect_left(entries, True, key=lambda other: (other.at, other.id) <= (one.at, one.id))


def parsed(line: str, today: date, person: Callable[[str], str]) -> Narrowing:
    """What a line such as `out kind:call person:Ana tag:design since:2026-01` means.

    `person` gives the id of whom a name means, and may raise SwellError; what makes no sense raises BadInputError.
    """
    given: dict[str, list[str]] = {mark: [] for mark in (*MARKS, "way", "word")}
    for found in _TOKEN.finditer(" ".join(line[:_LONGEST].split())):
        mark, value = (found[1] or "").lower(), found[2] or found[3] or ""
        if mark in MARKS:
            if not value.strip("@# "):
                raise BadInputError(f"“{mark}:” says nothing yet; {mark}:{_EXAMPLES[mark]} would.")
            given[mark].append(value)
        elif mark:
            raise BadInputError(f"“{clean(mark)}:” is no mark here; there are {listed([f'{one}:' for one in MARKS])}.")
        elif found[5] is not None and found[5].lower() in WAYS:
            given["way"].append(found[5].lower())
        else:
            given["word"].append(found[4] or found[5] or "")
    return narrowing_of(
        today,
        person,
        ways=given["way"],
        kinds=given["kind"],
        people=given["person"],
        tags=given["tag"],
        since=given["since"],
        until=given["until"],
        words=given["word"],
    )


def narrowing_of(
    today: date,
    person: Callable[[str], str],
    *,
    ways: Iterable[str] = (),
    kinds: Iterable[str] = (),
    people: Iterable[str] = (),
    tags: Iterable[str] = (),
    since: Iterable[str] = (),
    until: Iterable[str] = (),
    words: Iterable[str] = (),
) -> Narrowing:
    """The same of values that are apart already; of several days the narrower one holds. Raises as `parsed` does."""
    first = max((first_day(phrase, today) for phrase in since), default=None)
    last = min((last_day(phrase, today) for phrase in until), default=None)
    if first is not None and last is not None and first > last:
        raise BadInputError(f"Nothing lies between {first} and {last}: since comes after until.")
    return Narrowing(
        ways=tuple(way for way in WAYS if way in set(ways)),
        kinds=tuple(dict.fromkeys(kind_of(word) for word in kinds)),
        people=tuple(dict.fromkeys(person(name.strip().removeprefix("@")) for name in people)),
        tags=tuple(dict.fromkeys(tag.strip().removeprefix("#") for tag in tags)),
        words=tuple(dict.fromkeys(word for text in words for word in fold(text).split())),
        since=first.isoformat() if first is not None else "",
        until=last.isoformat() if last is not None else "",
    )


def kind_of(word: str) -> Kind:
    """The kind that a word or its beginning names: `call`, `turn-up`, `intro`; raises BadInputError."""
    asked = re.sub("[-_ ]+", " ", fold(word)).strip()
    same = [kind for kind in KINDS if kind == asked or kind.replace(" ", "") == asked]
    found = same or [kind for kind in KINDS if asked and kind.startswith(asked)]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInputError(f"“{clean(word)}” may be {listed(list(map(str, found)), 'or')}.")
    raise BadInputError(f"“{clean(word)}” is no kind; there are {listed(KINDS)}.")


def first_day(phrase: str, today: date) -> date:
    """The first day that a phrase such as `2026`, `2026-01`, `oct`, `3m`, `yesterday` means; raises BadInputError."""
    return _days(phrase, today)[0]


def last_day(phrase: str, today: date) -> date:
    """The last day of the same."""
    return _days(phrase, today)[1]


def _days(phrase: str, today: date) -> tuple[date, date]:
    asked = fold(phrase).strip()
    try:
        year = _YEAR.fullmatch(asked)
        if year:
            return _months(int(year[1]), int(year[2]) if year[2] else None)
        if asked in MONTHS:
            return _months(today.year - (MONTHS[asked] > today.month), MONTHS[asked])
        offset = _OFFSET.fullmatch(asked)
        day = _back(today, int(offset[1]), offset[2]) if offset else past_date(asked, today)
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise BadInputError(f"“{clean(phrase)}” is no time here; write 2026-01, 2026-01-15, oct, 3m or yesterday.")
    return day, day


def _months(year: int, month: int | None) -> tuple[date, date]:
    """The first and the last day of a month, or of the year; raises ValueError for what is neither."""
    last = month or 12
    return date(year, month or 1, 1), date(year, last, monthrange(year, last)[1])


def _back(today: date, count: int, unit: str) -> date:
    """So many days, weeks, months or years ago; raises ValueError or OverflowError before the calendar."""
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    number = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


_EXAMPLES: Final[dict[str, str]] = {
    "kind": "call",
    "person": "Ana",
    "tag": "design",
    "since": "2026-01",
    "until": "yesterday",
}


def offers(line: str, cursor: int, vocabulary: "Vocabulary", today: date) -> "tuple[Offer, ...]":
    """What can be taken at the cursor, best first: values after a mark, else marks, ways and people."""
    from domain.capture.completing import Offer  # nothing else of the ledger needs it

    before, rest = line[:cursor], re.sub(r"^\S+", "", line[cursor:])
    marked = _LAST_MARK.search(before)
    if marked and marked[2].lower() in MARKS:
        start, mark = marked.start(1), marked[2].lower()
        found = list(_values(mark, marked[3].strip('"'), vocabulary, today))
    else:
        word = _LAST_WORD.search(before)
        start, typed = (word.start(1), fold(word[1])) if word else (cursor, "")
        found = list(_marks(typed, before, vocabulary))
    taken = ((f"{line[:start]}{piece}", words) for piece, words in found[:_MOST])
    return tuple(Offer(front + rest, len(front), clean(words)) for front, words in taken)


def _values(mark: str, typed: str, vocabulary: "Vocabulary", today: date) -> Iterator[tuple[str, str]]:
    """What may stand after a mark, each with its words."""
    begun = fold(typed)
    if mark == "person":
        yield from _people(typed.removeprefix("@"), vocabulary)
    elif mark == "kind":
        yield from ((_written("kind", kind), f"kind:{kind}") for kind in KINDS if kind.startswith(begun))
    elif mark == "tag":
        tags = vocabulary.tags()
        yield from ((_written("tag", tag), f"#{tag}") for tag in tags if fold(tag).startswith(begun.removeprefix("#")))
    else:
        months = (f"{today:%Y-%m}", f"{_back(today.replace(day=1), 1, 'm'):%Y-%m}", f"{today:%Y}")
        for time in (*months, *_TIMES):
            if time.startswith(begun):
                day = (first_day if mark == "since" else last_day)(time, today)
                yield f"{mark}:{time}", f"{mark}:{time}, {short_date(day, today)}"


def _people(typed: str, vocabulary: "Vocabulary") -> Iterator[tuple[str, str]]:
    """People by a few letters; who shares a name with another of them is written by the id."""
    found = vocabulary.people(typed)
    names = [fold(one.name) for one in found]
    for one in found:
        alone = names.count(fold(one.name)) == 1 and '"' not in one.name
        yield _written("person", one.name if alone else one.id), ", ".join(filter(None, (one.name, one.organisation)))


def _marks(typed: str, before: str, vocabulary: "Vocabulary") -> Iterator[tuple[str, str]]:
    """Marks and ways that go on from what is typed, then people."""
    for mark in MARKS:
        once = mark in ("since", "until") and f"{mark}:" in before.lower()
        if mark.startswith(typed) and not once:
            yield f"{mark}:", f"{mark}: {_MARK_WORDS[mark]}"
    ways = (way for way in WAYS if way.startswith(typed) and way not in before.split())
    yield from ((way, f"{way}, {WAY_WORDS[way]}") for way in ways)
    for one in vocabulary.begun(typed) if typed else ():
        yield _written("person", one.name), f"person: {one.name}"


def _written(mark: str, value: str) -> str:
    return f'{mark}:"{value}"' if " " in value else f"{mark}:{value}"


def _has_tags(tags: Sequence[str], asked: Sequence[str]) -> bool:
    folded = [fold(tag) for tag in tags]
    return all(any(tag == one or tag.startswith(f"{one}/") for tag in folded) for one in map(fold, asked))


def _has_words(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)

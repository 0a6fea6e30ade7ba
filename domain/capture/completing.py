"""What tab offers in a captured line: people, tags, dates, marks, and other words for what may have been meant."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from domain.capture.dates import WEEKDAYS, DatePhrase, date_at, plus_date, shown
from domain.capture.drafts import Choice, ContactDraft, FollowUpDraft, InteractionDraft, Understood
from domain.capture.lexicon import FUNCTION_WORDS, NAMES_THAT_ARE_WORDS
from domain.capture.verbs import is_verb_word
from domain.capture.vocabulary import Named, Vocabulary
from domain.capture.words import FIELDS, one_line, tokens, words_of
from domain.model import CIRCLES
from domain.text import clean, fold

_MOST: Final = 8
_MOST_MARKS: Final = 6
_SHORTEST_NAME: Final = 2
_SHORTEST_WORD: Final = 3
_LONGEST_NAME: Final = 4
_OPEN_NAME: Final = re.compile(r'(?:^|\s)((?:via:)?@)"([^"]*)$', re.IGNORECASE)
_MARK: Final = re.compile(r"(@|#|\+|via:@?|tag:|when:|circle:)(.*)", re.IGNORECASE)
_WORDS: Final = re.compile(r"\S+")
_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_AHEAD: Final = (
    "2w", "1w", "1m", "tomorrow", "fri", "3m", "3d", "6m", *_DAYS, "1y", "today", "next week",
    *(f"next {day}" for day in _DAYS),
)  # fmt: skip
"""What may stand after a `+`, the likeliest first."""
_WHEN: Final = ("yesterday", "today", *_DAYS, "tomorrow")
_WEEKDAYS: Final = tuple(day for day in WEEKDAYS if day.endswith("day"))
_MARKS: Final[dict[str, str]] = {
    "need": "what they are looking for",
    "offer": "what they can help with",
    "via": "by whom or what it came",
    "min": "how many minutes",
    "tag": "a tag",
    "when": "the day",
    "text": "nothing but text",
    **dict.fromkeys(FIELDS, "of the person"),
}
_LONG: Final = ("call", "chat", "meet", "listen")
"""Kinds of which one may like to say how long they took."""
_PEOPLE: Final = ("person", "new person", "choice")


class Offer(NamedTuple):
    """One way to go on with a line."""

    line: str
    """The whole line with the offer taken, composed (NFC)."""
    cursor: int
    """The place in it after what was taken; where that lies elsewhere in the line, the place where the cursor was."""
    words: str
    """What the offer is, in a few words: `Priya Nair, Monzo`, `#design`, `+fri, Fri 27 Nov`; safe to show."""


def offers(line: str, cursor: int, understood: Understood, vocabulary: Vocabulary) -> tuple[Offer, ...]:
    """What can be taken at the cursor, best first, at most eight; empty where there is nothing to offer."""
    place = _Place(one_line(line), len(one_line(line[:cursor])), understood, vocabulary)
    found: dict[str, Offer] = {}
    for offer in islice(place.offers(), 3 * _MOST):
        if offer.line != place.line and place.stands(offer):
            found.setdefault(offer.line, offer)
    return tuple(found.values())[:_MOST]


class _Place:
    """The cursor in a line, and what it stands in."""

    def __init__(self, line: str, cursor: int, understood: Understood, vocabulary: Vocabulary) -> None:
        self.line = line
        self.cursor = cursor
        self.understood = understood
        self.vocabulary = vocabulary
        self.before = line[:cursor]
        self.ends = not line[cursor:].strip()
        """Whether nothing comes after the cursor."""
        self.start = cursor - len(re.findall(r"\S*$", self.before)[0])
        self.typed = self.before[self.start :]
        """The word before the cursor."""
        self.end = cursor + len(re.findall(r"^\S*", line[cursor:])[0])

    def offers(self) -> Iterator[Offer]:
        """Everything that may be taken here, best first."""
        marks = bool(self._open_name() or _MARK.fullmatch(self.typed))
        if marks and not self._inside_quotes():
            yield from self._at_mark()
        yield from self._choices()
        if marks or self._inside_quotes():
            return
        if self.ends:
            yield from self._at_end()
        else:
            yield from self._other_words()

    def _at_end(self) -> Iterator[Offer]:
        """What completes the word that the line ends with, else what often comes next."""
        days, names = list(self._day_words()), list(self._names())
        known = self._ends_in_person()
        yield from days
        if not known:
            yield from names
        yield from self._other_words()
        if not self.understood.choices and not days and (known or not names):
            yield from self._mark_names()
            yield from islice(self._after_blank()._next_marks(), _MOST_MARKS)
        yield from names

    def _ends_in_person(self) -> bool:
        """Whether the cursor stands right after somebody who is clear."""
        return any(
            token.end == self.cursor and token.role in ("person", "new person") for token in self.understood.tokens
        )

    def _after_blank(self) -> "_Place":
        """The same place with a blank before the cursor."""
        if not self.typed:
            return self
        line = f"{self.before} {self.line[self.cursor :]}"
        return _Place(line, self.cursor + 1, self.understood, self.vocabulary)

    def stands(self, offer: Offer) -> bool:
        """Whether what was taken ends where a token of the line does, no quotation reaching over it."""
        return any(end == offer.cursor for _, end in tokens(offer.line)) or offer.cursor == self._kept(offer)

    def _kept(self, offer: Offer) -> int:
        """Where the cursor stands in an offer that changes an earlier part of the line."""
        return self.cursor + len(offer.line) - len(self.line)

    def _take(self, start: int, end: int, piece: str, words: str) -> Offer:
        return Offer(self.line[:start] + piece + self.line[end:], start + len(piece), clean(words))

    def _take_earlier(self, start: int, end: int, piece: str, words: str) -> Offer:
        offer = self._take(start, end, piece, words)
        return offer._replace(cursor=self._kept(offer)) if self.cursor >= end else offer

    def _inside_quotes(self) -> bool:
        """Whether the cursor stands in quoted text that is nothing but text, or in a word behind a backslash."""
        if self.typed.startswith("\\"):
            return True
        return any(
            start < self.cursor < end and self.line[start] in '"“”„‟\\' for start, end in tokens(self.line)
        )  # fmt: skip

    def _choices(self) -> Iterator[Offer]:
        """The people whom an unclear name may mean: of the name at the cursor, else of the first one."""
        choice = self._open_choice()
        if choice is not None:
            for candidate, form in zip(choice.candidates, choice.forms, strict=False):
                yield self._take_earlier(choice.start, choice.end, form, candidate)

    def _open_choice(self) -> Choice | None:
        choices = self.understood.choices
        here = [choice for choice in choices if choice.start <= self.cursor <= choice.end]
        return next(iter(here or choices), None)

    def _open_name(self) -> re.Match[str] | None:
        """The `@"` before the cursor that has not been closed."""
        return _OPEN_NAME.search(self.before)

    def _at_mark(self) -> Iterator[Offer]:
        """What completes the mark that is being typed."""
        open_name = self._open_name()
        if open_name:
            yield from self._people(open_name.start(1), open_name[1], open_name[2])
            return
        mark = _MARK.fullmatch(self.typed)
        if mark is None:
            return
        name, value = mark[1].lower(), mark[2]
        if name in ("@", "via:", "via:@"):
            yield from self._people(self.start, mark[1], value)
        elif name in ("#", "tag:"):
            yield from self._tags(mark[1], value)
        elif name == "+":
            yield from self._days_ahead(value)
        elif name == "when:":
            yield from self._days(mark[1], value)
        elif name == "circle:" and self._has_person():
            for circle in CIRCLES:
                if circle.startswith(fold(value)):
                    yield self._take(self.start, self.end, mark[1] + circle, f"circle:{circle}")

    def _people(self, start: int, mark: str, query: str) -> Iterator[Offer]:
        path = mark.lower().startswith("via")
        end = max(self.end, self.cursor + (self.line[self.cursor :].find('"') + 1 if '"' in mark else 0))
        for one in self.vocabulary.people(re.sub('["_-]+', " ", query)):
            form = self.vocabulary.written(one.id, "short" if self.ends else "marked")
            if path and form.endswith(")"):
                continue
            yield self._take(start, end, mark[: 4 * path] + form, _described(one))

    def _tags(self, mark: str, value: str) -> Iterator[Offer]:
        used = {token.words for token in self.understood.tokens if token.role == "tag" and token.start != self.start}
        fitting = [tag for tag in self.vocabulary.tags() if fold(value) in fold(tag) and tag not in used]
        for tag in sorted(fitting, key=lambda tag: not fold(tag).startswith(fold(value))):
            if _is_tag(tag):
                yield self._take(self.start, self.end, mark + tag, f"#{tag}")

    def _days_ahead(self, value: str) -> Iterator[Offer]:
        if self._has_due():
            return
        for phrase in _phrases(fold(value)):
            found = plus_date(phrase.split(), 0, self.understood.today)
            if isinstance(found, DatePhrase) and found.future is not None:
                yield self._take(self.start, self.end, f"+{phrase}", self._said(f"+{phrase}", found.future))

    def _days(self, mark: str, value: str) -> Iterator[Offer]:
        for phrase in _WHEN:
            found = date_at([phrase], 0, self.understood.today) if phrase.startswith(fold(value)) else None
            if isinstance(found, DatePhrase):
                day = found.past or found.future
                assert day is not None
                yield self._take(self.start, self.end, mark + phrase, self._said(mark + phrase, day))

    def _said(self, phrase: str, day: date) -> str:
        meaning = shown(day, self.understood.today)
        return phrase if phrase.lstrip("+") == meaning else f"{phrase}, {meaning}"

    def _names(self) -> Iterator[Offer]:
        """The full names that the words at the end of the line begin."""
        if not self.typed or any(choice.end == self.cursor for choice in self.understood.choices):
            return
        starts = [word.start() for word in _WORDS.finditer(self.before)][-_LONGEST_NAME:]
        for start in starts:
            typed = self.before[start:]
            if len(typed) < _SHORTEST_NAME or not _may_be_name(typed.split()[0]):
                continue
            for one in self.vocabulary.begun(typed):
                yield self._take(start, self.end, self.vocabulary.written(one.id, "bare"), _described(one))

    def _day_words(self) -> Iterator[Offer]:
        """The days that the word at the end of the line begins, as the tense of the line has them."""
        typed = fold(self.typed)
        made = [draft for draft in self.understood.made if not isinstance(draft, ContactDraft)]
        if len(typed) < _SHORTEST_WORD or len(made) != 1 or self.understood.unfiled is not None:
            return
        (draft,) = made
        today = self.understood.today
        past = isinstance(draft, InteractionDraft) and draft.direction != "none" and draft.day == today
        ahead = isinstance(draft, FollowUpDraft) and (draft.due_is_default or draft.due == today)
        for word in ("yesterday", "tomorrow", *_WEEKDAYS) if past or ahead else ():
            found = date_at([word], 0, today) if word.startswith(typed) else None
            day = (found.past if past else found.future) if isinstance(found, DatePhrase) else None
            if day is not None:
                yield self._take(self.start, self.end, word, self._said(word, day))

    def _other_words(self) -> Iterator[Offer]:
        """The same line in other words."""
        for other in self.understood.offers:
            first = _alike(self.line, other)
            last = _alike(self.line[first:][::-1], other[first:][::-1])
            old, new = self.line[first : len(self.line) - last], other[first : len(other) - last]
            yield self._take_earlier(first, len(self.line) - last, new, f"{new.strip()}, not {old.strip()}")

    def _mark_names(self) -> Iterator[Offer]:
        if len(self.typed) >= _SHORTEST_WORD:
            for mark, meaning in _MARKS.items():
                if mark.startswith(self.typed.lower()):
                    yield self._take(self.start, self.end, f"{mark}:", f"{mark}: {meaning}")

    def _next_marks(self) -> Iterator[Offer]:
        """What often comes next, at the end of a line that says something already."""
        if self.understood.unfiled is not None or not self.understood.made:
            return
        yield from islice(self._days_ahead(""), 3)
        yield from self._minutes()
        yield from islice(self._tags("#", ""), 2)

    def _minutes(self) -> Iterator[Offer]:
        made = [draft for draft in self.understood.made if not isinstance(draft, ContactDraft)]
        if len(made) == 1 and isinstance(made[0], InteractionDraft) and made[0].kind in _LONG and not made[0].minutes:
            yield self._take(self.cursor, self.cursor, "min:30", "min:30, 30 minutes")

    def _has_person(self) -> bool:
        """Whether somebody is named, and not only as the path by which it came."""
        return any(
            token.role in _PEOPLE and self.line[token.start : token.start + 4].lower() != "via:"
            for token in self.understood.tokens
        )

    def _has_due(self) -> bool:
        """Whether a `+DATE` other than the one at the cursor is there; one clause takes only one."""
        return any(
            token.role == "follow-up" and self.line[token.start] == "+" and token.start != self.start
            for token in self.understood.tokens
        )


def _described(one: Named) -> str:
    return f"{one.name}, {one.organisation}" if one.organisation else one.name


def _phrases(typed: str) -> Iterator[str]:
    """The days after a `+` that begin with what was typed; a number may also be of weeks, days, months and years."""
    yield from dict.fromkeys(phrase for phrase in _AHEAD if phrase.startswith(typed))
    if typed.isascii() and typed.isdecimal() and int(typed[:4]) > 0 and len(typed) < 3:
        yield from (f"{int(typed)}{unit}" for unit in "wdmy")


def _is_tag(tag: str) -> bool:
    words = words_of(f"#{tag}")
    return len(words) == 1 and words[0].mark == "tag" and words[0].text == tag


def _may_be_name(typed: str) -> bool:
    """Whether somebody may be meant: not by a small word or a verb in small letters."""
    key = fold(typed)
    if key in NAMES_THAT_ARE_WORDS:
        return True
    return key not in FUNCTION_WORDS and not (is_verb_word(key) and typed[0].islower())


def _alike(one: str, other: str) -> int:
    """How many letters both begin with, whole words only."""
    count = 0
    for place, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return count
        if a.isspace():
            count = place + 1
    return count


class Completion:
    """Going round the offers with tab and shift+tab; shared by the bar of the app and the hotkey prompt."""

    def __init__(self, ask: Callable[[str, int], Sequence[Offer]]) -> None:
        """`ask` gives the offers for a line and a cursor."""
        self._ask = ask
        self._typed = ("", 0)
        self._open: tuple[Offer, ...] = ()
        self._at = -1

    @property
    def open(self) -> tuple[Offer, ...]:
        """The offers being gone round, for showing; empty while none are."""
        return self._open

    @property
    def at(self) -> int:
        """Which of the open offers the line shows; -1 while it is the line as it was typed, or none is open."""
        return self._at

    def step(self, line: str, cursor: int, step: int) -> tuple[str, int] | None:
        """The line and the cursor with the next offer (1) or the one before (-1) taken; None where there is none.

        After the last offer comes the line as it was typed. A line that is not the one offered last begins anew.
        """
        if not self._open or (line, cursor) != self._shown():
            self._typed = (line, cursor)
            self._open = tuple(self._ask(line, cursor))
            self._at = -1
        if not self._open:
            return None
        self._at = (self._at + 1 + step) % (len(self._open) + 1) - 1
        return self._shown()

    def close(self) -> None:
        """Forget the offers, once the line is typed in or kept."""
        self._open, self._at = (), -1

    def _shown(self) -> tuple[str, int]:
        if self._at < 0:
            return self._typed
        return self._open[self._at].line, self._open[self._at].cursor

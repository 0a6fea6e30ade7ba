"""Several lines captured at once: a line of marks alone holds for the lines after it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from domain.capture.chips import chips
from domain.capture.dates import MONTHS, DatePhrase, NoDate, date_at, plus_date, shown
from domain.capture.drafts import Role, Understood
from domain.capture.marks import minutes_in, value_keys
from domain.capture.words import Word, one_line, words_of
from domain.text import fold

STANDING: Final = ("tag", "when", "+", "via", "min")
"""Marks that may hold for the lines after them: what is about one person may not."""

_BULLET: Final = re.compile(r"\s*(?:[-*•◦‣–—]|(\d{1,3})[.)])\s+(?:\[[ xX]?\]\s+)?(?=\S)")
_RULER: Final = re.compile(r"[-–—]+")
_EMPTY: Final = frozenset({"#", "tag:", "when:", "via:", "min:", "+"})
_GLUED_MINUTES: Final = re.compile(r"\d{1,3}[mh]", re.ASCII)
_ANY_DAY: Final = date(2026, 1, 1)
"""Whether words name a day does not depend on the day they are read on."""
_LONGEST_FRONT: Final = 5
_DOUBTS: Final[frozenset[Role]] = frozenset({"choice", "unfiled", "warning", "hint"})


class ManyLine(NamedTuple):
    """One of several lines."""

    number: int
    """Its place among the lines as they were typed, from 1."""
    typed: str
    """As it was typed."""
    line: str
    """What is captured: with the marks that hold for it at its end; empty where it is a line of marks alone."""
    marks: str = ""
    """What holds from here on, where it is a line of marks alone; else what was added to the line."""
    doubts: tuple[str, ...] = ()
    """Which of its marks cannot hold, and why, where it is a line of marks alone."""


class Row(NamedTuple):
    """A line in the list that is shown before the lines are kept."""

    line: ManyLine
    words: str
    """What it makes, in short, without what holds for it; for a line of marks alone, what holds from here on."""
    doubts: tuple[str, ...]
    """Why it would stay unfiled, warnings, guesses and hints; empty where it is clear."""
    unfiled: bool


class _Mark(NamedTuple):
    """A mark that holds."""

    kind: str
    text: str
    """As it is written at the end of a line."""
    doubt: str = ""
    """Why it cannot hold; empty where it can."""


def lines_of(text: str) -> list[str]:
    """The lines of a pasted or piped text that hold anything, without the bullets of a list."""
    return [unbulleted(line) for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def unbulleted(line: str) -> str:
    """A line without the bullet or the number of a pasted list."""
    found = _BULLET.match(line)
    if found is None or (found[1] and fold(line[found.end() :]).split()[0].strip(".,") in MONTHS):
        return line
    return line[found.end() :]


def with_standing_marks(lines: Iterable[str]) -> list[ManyLine]:
    """Each line that holds anything, with the marks that hold for it.

    The next line of marks alone takes their place; dashes alone or a mark without a value (`tag:`) end them.
    """
    found: list[ManyLine] = []
    standing: tuple[_Mark, ...] = ()
    for number, typed in enumerate(lines, 1):
        if not typed.strip():
            continue
        line = unbulleted(typed)
        words = words_of(one_line(line))
        alone = _marks_alone(words, line) if words else None
        if alone is None:
            found.append(_with_marks(ManyLine(number, typed, line), words, standing))
            continue
        standing = tuple(mark for mark in alone if not mark.doubt)
        marks = " ".join(mark.text for mark in standing)
        found.append(ManyLine(number, typed, "", marks, tuple(mark.doubt for mark in alone if mark.doubt)))
    return found


def rows(lines: Sequence[ManyLine], understand: Callable[[str], Understood], today: date) -> list[Row]:
    """The list that is shown before the lines are kept; `understand` is asked for one line after the other.

    With `Ahead.read` each line is understood on the book as the lines before it leave it.
    """
    return [row(line, understand, today) for line in lines]


def row(line: ManyLine, understand: Callable[[str], Understood], today: date) -> Row:
    """One line in the list."""
    if not line.line:
        return Row(line, f"from here: {', '.join(_holding(line.marks, today)) or 'no marks'}", line.doubts, False)
    understood = understand(line.line)
    known = set(_holding(line.marks, today))
    words = " · ".join(chip.text for chip in chips(understood) if chip.role not in _DOUBTS and chip.text not in known)
    return Row(line, words, tuple(_doubts(understood)), understood.unfiled is not None)


def _doubts(understood: Understood) -> Iterator[str]:
    if understood.unfiled is not None:
        yield understood.unfiled.why
    for name in understood.guess:
        yield f"a guess: {name}"
    yield from understood.warnings
    yield from understood.hints


def _marks_alone(words: Sequence[Word], line: str) -> tuple[_Mark, ...] | None:
    """The marks of a line that holds nothing else; None where it is a line to capture."""
    plain = one_line(line)
    if _RULER.fullmatch(plain.strip()):
        return ()
    marks: list[_Mark] = []
    place = 0
    while place < len(words):
        word = words[place]
        if plain[word.start : word.end] in _EMPTY:
            place += 1
            continue
        if word.mark not in STANDING:
            return None
        size, doubt = _usable(words, place)
        if not size:
            return None
        last = words[place + size - 1]
        marks.append(_Mark(word.mark, plain[word.start : last.end - len(last.tail)], doubt))
        place += size
    return tuple(marks)


def _usable(words: Sequence[Word], place: int) -> tuple[int, str]:
    """How many words a mark takes, and why it cannot hold; no words where it is text."""
    word = words[place]
    if word.mark == "min":
        return 1, "" if minutes_in(word.text) else f"min:{word.text} is no number of minutes"
    if word.mark not in ("when", "+"):
        return 1, ""
    value = value_keys(word.text)
    following = [after.key for after in words[place + 1 : place + 4] if after.plain]
    keys = value if word.mark == "when" or len(value) > 1 else [*value, *following]
    found = plus_date(keys, 0, _ANY_DAY)
    if word.mark == "+":
        return (0, "") if found is None else (1 if len(value) > 1 else found.size, _no_day(word, found))
    whole = found is not None and found.size == len(keys)
    return 1, _no_day(word, found if whole else None)


def _no_day(word: Word, found: DatePhrase | NoDate | None) -> str:
    if isinstance(found, DatePhrase):
        return ""
    typed = f"{'+' if word.mark == '+' else 'when:'}{word.text}"
    how = found.hint.partition(": ")[2] if found is not None else ""
    return f"{typed} is no date, so it does not hold{': ' if how else ''}{how}"


def _with_marks(typed: ManyLine, words: Sequence[Word], standing: Iterable[_Mark]) -> ManyLine:
    """The line with those standing marks at its end that it does not say itself."""
    marks = " ".join(mark.text for mark in standing if not _says(words, mark))
    return typed._replace(line=f"{typed.line.rstrip()} {marks}", marks=marks) if marks else typed


def _says(words: Sequence[Word], standing: _Mark) -> bool:
    """Whether the line has a mark of its own in the place of a standing one; tags only add up."""
    own = [word for word in words if word.mark == standing.kind]
    if standing.kind == "tag":
        value = fold(standing.text.removeprefix("#").partition(":")[2] or standing.text.removeprefix("#"))
        return any(word.key == value for word in own)
    if standing.kind == "when":
        return bool(own) or _has_date_front(words)
    if standing.kind == "via":
        return bool(own) or any(word.plain and word.key == "via" for word in words)
    if standing.kind == "min":
        return bool(own) or any(word.plain and _GLUED_MINUTES.fullmatch(word.key) for word in words)
    return bool(own)


def _has_date_front(words: Sequence[Word]) -> bool:
    keys = [word.key for word in words[:_LONGEST_FRONT]]
    for place, word in enumerate(words[:_LONGEST_FRONT]):
        if word.tail.endswith(":"):
            found = date_at(keys[: place + 1], 0, _ANY_DAY)
            return isinstance(found, DatePhrase) and found.size == place + 1
    return False


def _holding(marks: str, today: date) -> Iterator[str]:
    """Standing marks in words."""
    words = words_of(marks)
    for place, word in enumerate(words):
        if word.mark == "tag":
            yield f"#{word.text}"
        elif word.mark == "via":
            yield f"via {word.text}"
        elif word.mark == "min":
            yield f"{word.text} min"
        elif word.mark in ("when", "+"):
            keys = value_keys(word.text)
            after = [] if word.mark == "when" else [each.key for each in words[place + 1 : place + 4] if each.plain]
            found = plus_date([*keys, *after], 0, today)
            if isinstance(found, DatePhrase):
                day = found.future if word.mark == "+" else found.past or found.future
                if day is not None:
                    yield f"{'follow-up ' if word.mark == '+' else ''}{shown(day, today)}"

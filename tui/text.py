"""The one way in which text enters a widget: spans that are safe to show, measured in cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from rich.cells import cell_len, set_cell_size

from domain.text import clean

Role = Literal[
    "text",
    "strong",
    "muted",
    "accent",
    "late",
    "error",
    "done",
    "match",
    "rule",
    "gauge1",
    "gauge2",
    "gauge3",
    "gauge4",
    "aimed",
]
"""What a piece of text is for; the theme says how it looks."""

ROLES: Final[tuple[Role, ...]] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one role; whatever a terminal would obey is made visible on the way in."""

    text: str
    role: Role = "text"

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean(self.text))

    @property
    def width(self) -> int:
        """Cells that the text takes."""
        return cell_len(self.text)


Line = tuple[Span, ...]
"""Text in roles, on one line."""

Words = str | Span | Line
"""What may be given where a line is wanted."""


def line(*parts: Words) -> Line:
    """The parts as one line; plain text takes the role `text`."""
    spans: list[Span] = []
    for part in parts:
        if isinstance(part, tuple):
            spans.extend(part)
        elif part:
            spans.append(part if isinstance(part, Span) else Span(part))
    return tuple(spans)


def width_of(words: Words) -> int:
    """Cells that the words take."""
    return sum(span.width for span in line(words))


def plain(words: Words) -> str:
    """The words without their roles."""
    return "".join(span.text for span in line(words))


def in_role(words: Words, role: Role) -> Line:
    """The words with every span in one role."""
    return tuple(Span(span.text, role) for span in line(words))


def joined(parts: Iterable[Words], between: Words) -> Line:
    """The parts as one line with something between each two."""
    spans: list[Words] = []
    for part in parts:
        if spans:
            spans.append(between)
        spans.append(part)
    return line(*spans)


def cut(words: Words, width: int, more: str = "…") -> Line:
    """The words in at most so many cells, with a sign at the end where something was left out."""
    spans = line(words)
    if sum(span.width for span in spans) <= width:
        return spans
    room = width - cell_len(more)
    if room < 0:
        return (Span(more[:width]),) if width > 0 else ()
    kept: list[Span] = []
    for span in spans:
        if span.width > room:
            text = set_cell_size(span.text, room).rstrip()
            kept.append(Span(text + more, span.role))
            break
        kept.append(span)
        room -= span.width
    return tuple(kept)


def fitted(words: Words, width: int, align: Literal["left", "right"] = "left", more: str = "…") -> Line:
    """The words in exactly so many cells."""
    spans = cut(words, width, more)
    room = width - sum(span.width for span in spans)
    if room <= 0:
        return spans
    blank = Span(" " * room)
    return (blank, *spans) if align == "right" else (*spans, blank)


def taught_in(texts: Iterable[str], width: int) -> Iterator[str]:
    """Lines that teach, sentences wrapped where they do not fit; examples, which are indented, stay as they are."""
    for text in texts:
        if text.startswith(" ") or cell_len(text) <= width:
            yield text
        else:
            yield from wrapped(text, width)


def side_by_side(first: str, between: str, second: str, width: int, more: str = "…") -> str:
    """Two texts in so many cells, of which each has half at least where both are long."""
    room = width - cell_len(between)
    left = min(cell_len(first), max(room // 2, room - cell_len(second)))
    both = (*cut(first, left, more), Span(between), *cut(second, room - left, more))
    return "".join(span.text for span in both)


def wrapped(text: str, width: int) -> list[str]:
    """The text broken between words into lines of at most so many cells."""
    lines: list[str] = []
    for word in text.split():
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines

"""One item of a review in lines: what it is, who they are, what is known of them, what to open with."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from domain.inbox.item import Item
from domain.inbox.opening import opening
from domain.inbox.score import NAMES
from domain.moment import Moment
from domain.people import Profile, Told
from tui.glyphs import Glyphs
from tui.person_lines import LABEL
from tui.text import Line, Role, Span, Words, cut, joined, line, width_of, wrapped
from tui.walk import Deed
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

ASIDE: Final = 20
"""Cells of the words at the right end."""
LEAST: Final = 24
"""Cells that a text keeps beside them; where there is less, they go."""
DEALINGS: Final = 2
"""How many of the last dealings are told even where there is little room."""
NAME: Final = 18
"""Cells of whom something was done for, in the list of what was done."""
HIGH: Final = 20
"""Rows from which on the first is blank, whatever stands below, so that names do not jump from item to item."""
SOURCE_WORDS: Final = {**NAMES, "rhythm": "out of rhythm"}
"""Why an item is there, in words."""


class Seen(NamedTuple):
    """An item as it is shown."""

    item: Item
    title: str
    outcome: str
    """What became of it; empty where it waits."""
    people: Sequence[Profile]
    """Those it is about, whom to turn to first."""
    own: Sequence[Shape] = ()
    """What the item has to show beside its people: the captures, the two values, or the sum behind its order."""
    pair: Sequence[Shape] = ()
    """What two people have for each other, and the words for what is next."""


class Room(NamedTuple):
    """How much may be told."""

    width: int
    rows: int
    """Lines of one text."""
    dealings: int = DEALINGS


def item_lines(seen: Seen, moment: Moment, width: int, height: int, glyphs: Glyphs) -> list[Shape]:
    """The item as large as there is room for: where there is little, texts are cut, then blank lines go."""
    for rows in (3, 2, 1):
        blocks = _blocks(seen, moment, Room(width, rows), glyphs)
        left = height - sum(map(len, blocks)) - len(blocks) + (height < HIGH)
        if left >= 0:
            blocks = _blocks(seen, moment, Room(width, rows, DEALINGS + left), glyphs)
            break
    return _spaced(blocks, height)


def _spaced(blocks: Sequence[Sequence[Shape]], height: int) -> list[Shape]:
    """The blocks one below the other, with a blank line between two where there is room."""
    room = max(0, height - sum(map(len, blocks)))
    blank = [*([0] if height >= HIGH else []), *range(1, len(blocks))][:room]
    return [shape for at, block in enumerate(blocks) for shape in ("", *block)[at not in blank :]]


def _blocks(seen: Seen, moment: Moment, room: Room, glyphs: Glyphs) -> list[list[Shape]]:
    blocks = [list(_head(seen, room, glyphs)), list(seen.own)]
    if seen.pair:
        blocks.append(list(seen.pair))
        shown = _one_of_several if room.rows > 1 else _in_short
        blocks.extend(_joined([list(shown(person, room, glyphs)) for person in seen.people]))
    elif len(seen.people) == 1:
        blocks.extend(_person(seen.people[0], seen.item, room, glyphs))
    else:
        blocks.extend(list(_one_of_several(person, room, glyphs)) for person in seen.people)
    if seen.people and not seen.pair:
        blocks.append(list(_try(seen.people, moment, room)))
    return [block for block in blocks if block]


def _joined(blocks: list[list[Shape]]) -> list[list[Shape]]:
    """Blocks of one line each as one."""
    return [[shape for block in blocks for shape in block]] if all(len(block) == 1 for block in blocks) else blocks


def _head(seen: Seen, room: Room, glyphs: Glyphs) -> Iterator[Shape]:
    """Whom it is about and why, or what became of it."""
    yield Sides(Span(seen.title, "done" if seen.outcome else "strong"), Span(SOURCE_WORDS[seen.item.source], "muted"))
    if seen.outcome:
        yield Span(glyphs.own(seen.outcome), "accent")
        return
    late: Role = "late" if seen.item.when.endswith("late") else "text"
    when = Span(seen.item.when, late)
    if seen.pair and seen.item.source == "match":
        yield Sides(Span("they do not know each other, as far as the book says", "muted"), when)
        return
    first, *rest = _within(seen.item.reason, max(LEAST, room.width - when.width - 4), room.rows)
    yield Sides(Span(glyphs.own(first), "accent"), when)
    yield from (Span(glyphs.own(part), "accent") for part in rest)


def _person(profile: Profile, item: Item, room: Room, glyphs: Glyphs) -> Iterator[list[Shape]]:
    """One person with all that there is to know."""
    yield list(_who(profile, room, glyphs))
    told = [shape for one in profile.told for shape in _told(one, room)]
    for opened in profile.open:
        if opened.record != item.record:
            late: Role = "late" if opened.late else "muted"
            told.extend(labelled("open", opened.text, room.width, room.rows, Span(opened.when, late)))
    yield told
    dealings = range(min(room.dealings, len(profile.lines)))
    yield [shape for at in dealings for shape in _dealing(profile, at, room, glyphs)]


def _in_short(profile: Profile, room: Room, glyphs: Glyphs) -> Iterator[Shape]:
    """One of two people in a line: who they are, and when you last dealt with them."""
    last = Span(profile.last, "muted")
    who = _between((Span(profile.name, "strong"), glyphs.own(profile.headline)), glyphs)
    yield Sides(cut(who, room.width - last.width - 4, glyphs.more), last)


def _one_of_several(profile: Profile, room: Room, glyphs: Glyphs) -> Iterator[Shape]:
    """One of two people, in short: who they are, what they look for or can help with, the last dealing."""
    yield from _in_short(profile, room, glyphs)
    wanted = [one for one in profile.told if one.answer.question in ("looking_for", "offers")] or profile.told[:1]
    for told in wanted:
        yield from _told(told, room)
    if profile.lines:
        yield from _dealing(profile, 0, room, glyphs)


def _who(profile: Profile, room: Room, glyphs: Glyphs) -> Iterator[Shape]:
    """What they do and how they are reached; how you met and when you last dealt with them."""
    headline = line(glyphs.own(profile.headline) or Span("in no circle yet: o puts them into one", "muted"))
    reach = (*profile.emails[:1], *profile.phones[:1])
    both, one = (_between([Span(each, "muted") for each in some], glyphs) for some in (reach, reach[:1]))
    yield Sides(headline, both if width_of(both) + width_of(headline) + 4 <= room.width else one)
    ties = _between([Span(part, "muted") for part in (profile.rhythm, profile.last) if part], glyphs)
    if profile.met or ties:
        yield Sides(cut(Span(profile.met, "muted"), room.width - width_of(ties) - 4, glyphs.more), ties)


def _told(told: Told, room: Room) -> Iterator[Shape]:
    return labelled(told.question, told.text, room.width, room.rows, Span(told.fresh, "muted"))


def _dealing(profile: Profile, at: int, room: Room, glyphs: Glyphs) -> Iterator[Shape]:
    """One of the last dealings; those that are told where there is room take one line each."""
    entry = profile.lines[at]
    label = ("last", "before")[at] if at < DEALINGS else ""
    arrow = entry.arrow(ascii_only=not glyphs.braille)
    text = f"{entry.day:>6} {arrow} {glyphs.own(entry.text)}"
    return labelled(label, text, room.width, room.rows if at < DEALINGS else 1)


def _try(people: Sequence[Profile], moment: Moment, room: Room) -> Iterator[Shape]:
    """What to open with."""
    words = opening(people[0], moment)
    if len(people) > 1:
        words = f"{people[0].name.split(' ', 1)[0]}: {words}"
    return labelled("try", words, room.width, room.rows, role="accent")


def labelled(
    label: str, text: str, width: int, rows: int, right: Words | None = None, role: Role = "text"
) -> Iterator[Shape]:
    """A text in at most so many lines behind a label, with words at the right end of the first."""
    columns = [Column(width=LABEL), Column()]
    room = width - LABEL - 3
    if right is not None and room - ASIDE - 1 >= LEAST:
        columns.append(Column(width=ASIDE, align="right"))
        room -= ASIDE + 1
    else:
        right = None
    for number, part in enumerate(_within(text, room, rows)):
        cells: list[Words] = [Span("" if number else label, "muted"), Span(part, role)]
        if right is not None:
            cells.append("" if number else right)
        yield Cells(tuple(columns), tuple(cells))


def _within(text: str, width: int, rows: int) -> list[str]:
    """A text in at most so many lines, the last of which is longer than there is room for where it does not fit."""
    parts = wrapped(text, width) or [""]
    return [*parts[: rows - 1], " ".join(parts[rows - 1 :])] if len(parts) > rows else parts


def _between(parts: Iterable[Words], glyphs: Glyphs) -> Line:
    return joined([part for part in parts if part], Span(f" {glyphs.dot} ", "muted"))


def so_far(deeds: Sequence[Deed], width: int, height: int, glyphs: Glyphs) -> list[Shape]:
    """The last things that were done, the newest at the end."""
    rows = 1 if height < HIGH else 3
    lines = [shape for deed in deeds[-height:] for shape in _deed(deed, width, rows, glyphs)]
    lines = lines[-(height - 1) :] or [Span("what you do is listed here; u takes it back", "muted")]
    return [Rule(Span("so far", "muted")), *lines]


def _deed(deed: Deed, width: int, rows: int, glyphs: Glyphs) -> Iterator[Shape]:
    columns = (Column(width=NAME), Column())
    words = glyphs.own(deed.words)
    for number, part in enumerate(_within(words, max(LEAST, width - NAME * bool(deed.name) - 3), rows)):
        said = Span(part, "muted")
        yield Cells(columns, ("" if number else Span(deed.name, "muted"), said)) if deed.name else said

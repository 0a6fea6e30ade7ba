"""Two people in lines: what the one needs and the other has, how far it is, what is next, and the words for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.errors import NotFoundError
from domain.inbox.names import SOMEBODY, full_name
from domain.introducing import UNDER_WAY, asked, first_name, to_ask
from domain.matching.suggestion import WORDS
from domain.model import Introduction, Outcome
from domain.text import clean
from domain.words import due, iso, short_date
from tui.glyphs import Glyphs
from tui.person_lines import NARROW, sum_of
from tui.text import Line, Role, Span, cut, joined, line, width_of, wrapped
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

if TYPE_CHECKING:
    from domain.desk import Desk
    from domain.matching.said import Said

LABEL: Final = 18
"""Cells of who it is and what they do: `Cara looking for`."""
LONGEST_NAME: Final = 14
"""Cells of a name on the row of stages."""
LEAST_TOLD: Final = 8
"""Cells at least of when and how it was told, at the right end."""
OUTCOMES: Final[dict[Outcome, str]] = {
    "good": "went well",
    "none": "nothing came",
    "unknown": "not known",
    "": "outcome",
}
"""How each outcome is said on the row of stages."""


class Stage(NamedTuple):
    """One stage on the row of stages."""

    words: str
    is_past: bool
    is_present: bool


def introduction_lines(
    desk: "Desk", pair: Introduction, glyphs: Glyphs, width: int, *, why: bool = False, changed: str = ""
) -> list[Shape]:
    """The pane of one introduction, or of what would be one; `changed` are the words as the user has left them.

    `why` shows the sum behind the match in the place of what is next.
    """
    contacts = desk.book.contacts
    both = f" {glyphs.both} ".join(full_name(one, contacts) for one in (pair.a, pair.b))
    shapes: list[Shape] = [Rule(Span(both, "strong"))]
    found = desk.introductions.phrases(pair.a, pair.b)
    if found is not None:
        shapes.extend(_said(desk, found.need, width, glyphs))
        shapes.extend(_said(desk, found.offer, width, glyphs))
        if why:
            shapes.extend(sum_of("why this match", found.terms, found.score, glyphs, width))
            return shapes
        common = ", ".join(clean(word) for word in dict.fromkeys(found.shared))
        shapes.append(Sides(line(_label("in common"), common), Span("w the sum", "muted")))
    else:
        shapes.extend(_without_match(desk, pair, width, glyphs))
    shapes.extend(stage_lines(desk, pair, glyphs, width))
    shapes.extend(_words(desk, pair, width, changed))
    if width < NARROW:
        shapes.extend(shape for one in dict.fromkeys((pair.a, pair.b)) for shape in _who(desk, one, width, glyphs))
    return shapes


def stage_lines(desk: "Desk", pair: Introduction, glyphs: Glyphs, width: int) -> Iterator[Shape]:
    """The row of stages with the present one marked, and what is next."""
    if pair.stage == "declined":
        day = iso(pair.since)
        yield Span(f"declined {short_date(day, desk.moment().today)}" if day else "declined", "muted")
        return
    between = Span(f" {glyphs.rule} ", "muted")
    rows: list[list[Stage]] = [[]]
    for stage in _stages(desk, pair, glyphs):
        used = sum(width_of(one.words) + between.width for one in rows[-1])
        if rows[-1] and used + width_of(stage.words) > width - 2:
            rows.append([])
        rows[-1].append(stage)
    for row in rows:
        yield joined([Span(one.words, _role(one)) for one in row], between)
    if len(rows) > 1:
        yield next_words(desk, pair)
        return
    at = next(at for at, one in enumerate(rows[0]) if one.is_present)
    before = sum(width_of(one.words) + between.width for one in rows[0][:at])
    yield _next(desk, pair, before, width - 2, glyphs)


def _stages(desk: "Desk", pair: Introduction, glyphs: Glyphs) -> Iterator[Stage]:
    names = {one: _in_short(_first(desk, one), LONGEST_NAME, glyphs) for one in (pair.a, pair.b)}
    done = asked(pair) if pair.stage in UNDER_WAY else ()
    first_last = (pair.b, pair.a) if pair.asked_first == "b" or not pair.yes else (pair.a, pair.b)
    is_made = pair.stage in ("made", "outcome", "thanked")
    order = (*done, *(to_ask(pair) if pair.stage in UNDER_WAY else first_last))
    yield Stage("idea", True, pair.stage == "idea")
    for one in order:
        is_yes = one in pair.yes
        if is_made and not is_yes:  # whether they were asked is not known any more
            continue
        was_asked = one in done or is_made
        words = f"{names[one]}: yes" if is_yes else f"asked {names[one]}"
        yield Stage(words, was_asked, bool(done) and one == done[-1])
    yield Stage("made", is_made, pair.stage == "made")
    over = pair.stage in ("outcome", "thanked")
    yield Stage(OUTCOMES[pair.outcome] if over else "outcome", over, pair.stage == "outcome")
    yield Stage("thanked", pair.stage == "thanked", pair.stage == "thanked")


def _role(stage: Stage) -> Role:
    return "accent" if stage.is_present else "text" if stage.is_past else "muted"


def _next(desk: "Desk", pair: Introduction, before: int, width: int, glyphs: Glyphs) -> Line:
    """The mark under the present stage, with what is next beside it."""
    mark = Span(glyphs.pointer, "accent")
    words = next_words(desk, pair)
    if before + 2 + width_of(words) <= width or not before:
        return line(" " * before, mark, " ", words)
    room = before - width_of(words) - 1
    return line(words, " " * (room + 1), mark) if room >= 0 else line(mark, " ", words)


def next_words(desk: "Desk", pair: Introduction) -> Line:
    """What is next and on which day, and why that."""
    introductions, today = desk.introductions, desk.moment().today
    step = introductions.next_step(pair)
    if step is None:
        return line(Span(introductions.stands(pair) if pair.stage != "thanked" else "all done", "muted"))
    words = f"next: {step.words}"
    day = introductions.due(pair)
    if pair.stage == "idea" and step.whom == pair.b and introductions.phrases(pair.a, pair.b) is not None:
        words += " (the one asked a favour)"
    if day is None or not pair.id:
        return line(words)
    late: Role = "late" if day < today else "muted"
    return line(words, Span(f"  {due(day, today)}", late))


def _words(desk: "Desk", pair: Introduction, width: int, changed: str) -> Iterator[Shape]:
    """The text to send next."""
    if desk.introductions.next_words(pair) is None:
        return
    try:
        draft = desk.introductions.draft(pair)
    except NotFoundError as error:
        yield Span(str(error), "muted")
        return
    for part in wrapped(draft.complaint, width - 2):
        yield Span(part, "late")
    if width < NARROW:
        yield ""
    whom = f"to {desk.introductions.recipients(draft)}" + (", as you changed it" if changed else "")
    yield Sides(Span(whom, "muted"), Span("y copies it", "muted"))
    for paragraph in (changed or draft.text).split("\n"):
        if paragraph.strip():
            yield from wrapped(paragraph, width - 2)
        elif width < NARROW:  # below a list there is no room for blank lines
            yield ""


def _without_match(desk: "Desk", pair: Introduction, width: int, glyphs: Glyphs) -> Iterator[Shape]:
    """What there is to say where the two have no words in common."""
    if pair.reason:
        yield from _labelled("for", glyphs.own(clean(pair.reason)), "", width)
    for one in (pair.a, pair.b):
        said = desk.introductions.said(one, needs=one == pair.a)
        if said is not None:
            yield from _said(desk, said, width, glyphs)


def _who(desk: "Desk", contact: str, width: int, glyphs: Glyphs) -> Iterator[Shape]:
    """Who somebody is and when you last dealt with them, where the pane is high."""
    if contact not in desk.book.contacts:
        return
    profile = desk.profile(contact, 1)
    if not profile.headline and not profile.lines:
        return
    yield ""
    yield Sides(Span(_first(desk, contact), "strong"), Span(profile.last, "muted"))
    yield from (Span(part, "muted") for part in wrapped(glyphs.own(profile.headline), width - 2))
    for entry in profile.lines:
        words = f"{entry.arrow(ascii_only=not glyphs.braille)} {glyphs.own(entry.text)}"
        yield from (Span(part, "muted") for part in wrapped(words, width - 2))


def _said(desk: "Desk", said: "Said", width: int, glyphs: Glyphs) -> Iterator[Shape]:
    """What somebody needs or has, in their own words, with when and how it was told."""
    words = glyphs.quoted(clean(said.text))
    told = WORDS[said.told]
    label = f"{_in_short(_first(desk, said.contact), LABEL - 1 - width_of(told), glyphs)} {told}"
    yield from _labelled(label, words, desk.introductions.how_told(said), width)


def _labelled(label: str, words: str, right: str, width: int) -> Iterator[Shape]:
    if width < NARROW:
        yield Sides(_label(label), Span(right, "muted"))
        yield from (line(Span("  "), part) for part in wrapped(words, width - 4))
        return
    columns = (Column(width=LABEL), Column(), Column(width=max(LEAST_TOLD, width_of(right)), align="right"))
    yield Cells(columns, (Span(label, "muted"), words, Span(right, "muted")))


def _label(words: str) -> Span:
    return Span(f"{words:<{LABEL}} ", "muted")


def _first(desk: "Desk", contact: str) -> str:
    known = desk.book.contacts.get(contact)
    return first_name(known) if known is not None else SOMEBODY


def _in_short(name: str, width: int, glyphs: Glyphs) -> str:
    return "".join(span.text for span in cut(name, width, glyphs.more))

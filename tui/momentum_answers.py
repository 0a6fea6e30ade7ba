"""The answers of the Momentum place as lines: why, if I stop, to reach, the rhythm, the months, the days."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.desk import Desk
from domain.inbox.names import full_name
from domain.moment import Moment
from domain.momentum.ahead import maintenance
from domain.momentum.answers import holding, if_i_stop, to_reach
from domain.momentum.attribution import Contribution, Share, by_circle, by_kind, by_week, in_tenths, shares, top, why
from domain.momentum.gauge import Gauge, Momentum
from domain.momentum.months import Lag, Month
from domain.momentum.offer import Offer
from domain.momentum.recent import said_points
from domain.text import clean, listed
from domain.words import counted, dated, month, short_date
from tui.glyphs import Glyphs
from tui.text import Line, Span, Words, line, wrapped
from tui.widgets.shapes import Cells, Column, Shape

ANSWERS: Final = ("Why {value}", "If I stop", "To reach {aim}", "Rhythm", "Months", "Days")
WHY, STOP, REACH, RHYTHM, MONTHS, DAYS = range(len(ANSWERS))
GROUPS: Final = ("kind", "week", "act", "circle")
"""What the gauge can be parted by."""
NAMES_SHOWN: Final = 3
FORTNIGHT: Final = 14
REACH_WEEKS: Final = (4, 8, 12)
BAR_CELLS: Final = 12
"""Cells of the bar of the month in which most went out."""
LEAST_SHARES: Final = 3
"""Shares that are shown where there is little room; the rest is summed."""
SHARES = (Column(width=22), Column(width=9, align="right"), Column(width=7, align="right"), Column(gap=3))
LEVELS = (Column(width=24), Column(width=5, align="right"), Column(gap=3))
MONTH = (Column(width=15), Column(width=9, align="right"), Column(width=12, align="right"), Column(gap=2))


@dataclass(frozen=True, slots=True)
class Seen:
    """The gauge that is looked at, of now or of a past day, and the room for its answers."""

    desk: Desk
    momentum: Momentum
    moment: Moment
    gauge: Gauge
    glyphs: Glyphs
    width: int
    """Cells of a line."""
    rows: int
    """Lines in sight."""
    is_now: bool = True
    """Whether it is the gauge of now, about which something can be done."""

    @property
    def today(self) -> date:
        """The day that is looked at."""
        return self.moment.today

    @property
    def offer(self) -> Offer | None:
        """The offer to raise *full*."""
        return self.desk.offer(self.momentum, self.moment)

    @property
    def notes(self) -> tuple[str, str]:
        """What went out in seven days, and a circle that was forgotten."""
        return self.desk.notes(self.momentum, self.moment)

    @property
    def months(self) -> tuple[list[Month], Lag]:
        """What went out and came back by month, and how long that took."""
        return self.desk.months(self.momentum, self.moment)


def answer_lines(seen: Seen, answer: int, group: int) -> Iterator[Shape]:
    """The lines of an answer; `group` says by what the reason is parted."""
    if not seen.gauge.begun:
        yield from _prose(seen, "The gauge moves when you give: a call, a message, listening, an introduction")
        yield from _muted(seen, "c writes the first line. It rises slowly, and rolls on when you pause.")
        return
    warning = seen.gauge.warning
    if warning:
        yield from (Span(part, "late") for part in wrapped(f"A quiet spell. {_capital(warning)}.", seen.width))
    yield from (_why(seen, group), _stopping(seen), _reaching(seen), _rhythm(seen), _months(seen), _days(seen))[answer]


def sentence(seen: Seen, answer: int) -> str:
    """An answer in one sentence or two, as it is copied."""
    gauge, today = seen.gauge, seen.today
    if not gauge.begun:
        return "Momentum 0 of 100."
    weights = seen.desk.settings.weights
    if answer == STOP:
        return f"{if_i_stop(gauge, today).sentence}."
    if answer == REACH:
        day = today + timedelta(weeks=REACH_WEEKS[1])
        return f"{_capital(to_reach(gauge, gauge.aim, day, today, weights).sentence)}."
    if answer == RHYTHM:
        return f"{_capital(maintenance(gauge, gauge.aim, today, weights).sentence)}."
    if answer == MONTHS:
        return f"{seen.months[1].sentence}."
    if answer == DAYS:
        return f"{seen.notes[0]}."
    return f"Momentum {gauge.reserve or f'{round(gauge.value)} of 100'}, {gauge.trend}."


def sentences(seen: Seen) -> str:
    """All answers, one after the other."""
    return " ".join(sentence(seen, answer) for answer in range(len(ANSWERS)))


def _why(seen: Seen, group: int) -> Iterator[Shape]:
    gauge, glyphs = seen.gauge, seen.glyphs
    contributions = why(seen.momentum, seen.moment)
    most = max(LEAST_SHARES, seen.rows - 3 - bool(gauge.warning))
    found = list(_shares(seen, contributions, group, most))
    points = in_tenths([share.gauge for share, _ in found])
    for (share, named), tenths in zip(found, points, strict=True):
        acts = f"{share.acts} {'act' if share.acts == 1 else 'acts'}"
        yield Cells(SHARES, (share.label, acts, f"{tenths:.1f}", glyphs.own(named)))
    since = gauge.instant_after(-FORTNIGHT)
    fresh = sum(one.gauge for one in contributions if one.act.at >= since)
    by = f"by {GROUPS[group]}, " if group else ""
    words = Span(f"{by}the last two weeks {fresh:.1f}", "strong")
    yield Cells(SHARES, (Span("together", "strong"), "", Span(f"{gauge.value:.1f}", "strong"), words))
    yield from _prose(seen, holding(gauge.value, gauge.full, seen.desk.settings.weights).sentence)


def _shares(seen: Seen, contributions: Sequence[Contribution], group: int, most: int) -> Iterator[tuple[Share, str]]:
    """The shares with what is said beside each."""
    book = seen.desk.book
    if GROUPS[group] == "circle":
        for share in top(by_circle(contributions, book.interactions, book.contacts), most):
            yield share, ""
        return
    if GROUPS[group] == "act":
        of_act = {one.act.id: one for one in contributions[:most]}
        for share in top(shares(contributions, lambda act: act.id), most):
            one = of_act.get(share.label)
            if one is None:
                yield share, ""
                continue
            known = book.interactions.get(share.label)
            day = short_date(date.fromisoformat(one.act.day), seen.today)
            told = Share(f"{day}, {one.act.kind}", 1, share.points, share.gauge)
            yield told, clean(known.text) or _names(seen, [one]) if known is not None else ""
        return
    if GROUPS[group] == "week":
        for share in top(by_week(contributions), most):
            yield _week(share, seen.today), ""
        return
    of_kind: dict[str, list[Contribution]] = {}
    for one in contributions:
        of_kind.setdefault(one.act.kind, []).append(one)
    for share in top(by_kind(contributions), most):
        yield share, _names(seen, of_kind.get(share.label, []))


def _week(share: Share, today: date) -> Share:
    """The share of a week under a name that one reads."""
    if not share.label[:4].isdecimal():
        return share
    words = f"week of {short_date(date.fromisoformat(share.label), today)}"
    return Share(words, share.acts, share.points, share.gauge)


def _names(seen: Seen, contributions: Iterable[Contribution]) -> str:
    """Whom the acts concerned, those that add most first."""
    book = seen.desk.book
    names: dict[str, None] = {}
    for one in contributions:
        act = book.interactions.get(one.act.id)
        people = [full_name(person, book.contacts).split(" ", 1)[0] for person in act.people] if act else []
        if people:
            names["–".join(people) if one.act.kind == "introduction" else listed(people)] = None
        if len(names) == NAMES_SHOWN:
            break
    return ", ".join(names)


def _stopping(seen: Seen) -> Iterator[Shape]:
    gauge, today = seen.gauge, seen.today
    yield from _prose(seen, if_i_stop(gauge, today).sentence)
    for weeks in (1, 2, 4, 8, 12):
        day = today + timedelta(weeks=weeks)
        words = f"after {counted(weeks, 'quiet week')}"
        yield Cells(LEVELS, (words, f"{gauge.value_after(7 * weeks):.0f}", Span(short_date(day, today), "muted")))


def _reaching(seen: Seen) -> Iterator[Shape]:
    for weeks in REACH_WEEKS:
        day = seen.today + timedelta(weeks=weeks)
        found = to_reach(seen.gauge, seen.gauge.aim, day, seen.today, seen.desk.settings.weights)
        yield from _prose(seen, found.sentence)
    yield from _muted(seen, "Up and down try a rhythm from today on; the chart shows where it leads.")


def _rhythm(seen: Seen) -> Iterator[Shape]:
    gauge, settings = seen.gauge, seen.desk.settings
    offer = seen.offer
    if offer is not None:
        yield from _prose(seen, f"{offer.sentence}{'. e tries it, x drops the offer' if seen.is_now else ''}")
    week, forgotten = seen.notes
    if round(gauge.value) != round(gauge.aim):
        yield from _prose(seen, holding(gauge.value, gauge.full, settings.weights).sentence)
    yield from _prose(seen, maintenance(gauge, gauge.aim, seen.today, settings.weights).sentence)
    yield from _prose(seen, week)
    if forgotten:
        yield from _muted(seen, f"{forgotten}.")
    pauses = [one for one in seen.desk.book.pauses.values() if one.last[:10] >= seen.moment.day]
    for pause in sorted(pauses, key=lambda one: one.first)[:1]:
        yield from _muted(seen, f"A pause: {_day(pause.first, seen.today)} to {_day(pause.last, seen.today)}.")
    mode = f"{settings.mode}: aim {settings.aim:g}, full {settings.full:g} points a week. e tries others, and pauses."
    yield from _muted(seen, _capital(mode))


def _day(text: str, today: date) -> str:
    try:
        return dated(date.fromisoformat(text[:10]), today)
    except ValueError:
        return clean(text)


def _months(seen: Seen) -> Iterator[Shape]:
    months, lag = seen.months
    yield from _prose(seen, lag.sentence)
    most = max(1.0, *(one.points for one in months))
    for one in reversed(months):
        bar = Span(seen.glyphs.full * round(one.points / most * BAR_CELLS), "gauge3")
        back = f"{one.returns or 'nothing'} came back"
        gave = f"{one.gives} {'give' if one.gives == 1 else 'gives'}"
        yield Cells(MONTH, (month(one.month), gave, said_points(one.points), _beside(bar, back)))


def _beside(bar: Span, back: str) -> Line:
    return line(bar, Span(" " * (BAR_CELLS + 1 - bar.width)), Span(back, "muted"))


def _days(seen: Seen) -> Iterator[Shape]:
    week, forgotten = seen.notes
    yield from _prose(seen, week)
    if forgotten:
        yield from _muted(seen, f"{forgotten}.")


def tabs(gauge: Gauge, answer: int, glyphs: Glyphs) -> Words:
    """The names of the answers, with the one that is shown."""
    words = [name.format(value=round(gauge.value), aim=f"{gauge.aim:g}") for name in ANSWERS]
    parts: list[Words] = []
    for at, name in enumerate(words):
        if at:
            parts.append(Span(f" {glyphs.dot} ", "muted"))
        parts += [Span(glyphs.here, "accent"), Span(name, "strong")] if at == answer else [Span(name, "muted")]
    return line(*parts)


def _prose(seen: Seen, words: str) -> list[str]:
    return wrapped(f"{_capital(words)}.", seen.width)


def _muted(seen: Seen, words: str) -> list[Span]:
    return [Span(part, "muted") for part in wrapped(words, seen.width)]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

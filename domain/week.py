"""The week in review: what went out, what came back, who waits, what to ask next, how momentum moved, in words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from domain import asking
from domain.book import Book
from domain.errors import BadInputError
from domain.inbox.follow_ups import reason
from domain.inbox.index import Index, made_on
from domain.inbox.names import full_name
from domain.inbox.stale import newest
from domain.inbox.thanks import OWED_FOR, owed
from domain.introducing import first_name, next_step, where_it_stands
from domain.lines import ARROWS, ASCII_ARROWS, happened
from domain.model import QUESTION_WORDS, Answer, Circle, Contact, FollowUp, Interaction, Kind
from domain.moment import Moment
from domain.momentum.gauge import Momentum
from domain.momentum.recent import said_points
from domain.momentum.rhythm import KINDS_BY_WEIGHT, said_acts
from domain.momentum.series import ChartDay, chart, chart_of
from domain.momentum.tally import is_give
from domain.settings import WEEKDAYS, Settings, Weekday
from domain.text import clean, listed
from domain.words import ago, counted, dated, due, iso, iso_of, month, span

DAYS: Final = 7
CLOSE: Final[frozenset[Circle]] = frozenset({"inner", "close"})
"""The circles of those whose answers are to be known."""
LONG: Final = 28
"""Days of silence whose end is worth saying."""
WEEKS_BACK: Final = 104
"""Weeks before this one in which the acts that momentum has counted reach far enough back."""
FOUND: Final = "2026-W47"
"""How a week is named."""
OLDEST: Final = 1900
"""The first year whose weeks are named."""

_THURSDAY: Final = 3
_NOBODY: Final[dict[Kind, str]] = {"post": "everybody"}
_ENTITY: Final = re.compile(r"&(?=\w+;)")
_MARKDOWN: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~"})


class Line(NamedTuple):
    """One thing of the week."""

    record: str
    """The id of what is behind it."""
    who: str
    what: str
    aside: str = ""
    """Such as `promise kept`, `2 d late`."""
    day: str = ""
    """Such as `Mon 16 Nov`."""
    arrow: str = ""
    people: tuple[str, ...] = ()
    """The contacts it is about, the first one being whom to turn to."""
    is_late: bool = False


class Week(NamedTuple):
    """What became of a week."""

    name: str
    """Such as `2026-W47`: the ISO week of the Thursday in it, whatever the day on which it begins."""
    first: date
    last: date
    is_running: bool
    """Whether today lies in it."""
    went_out: tuple[Line, ...]
    """The heaviest first, then the newest."""
    came_back: tuple[Line, ...]
    """The newest first."""
    heard: tuple[Line, ...]
    """What people told you, and who is new."""
    waits: tuple[Line, ...]
    """Promises of yours, what you wait for, introductions under way, soonest first; of a past week what waits still."""
    to_ask: tuple[Line, ...]
    """What you need yourself, then what close people are to be asked; of the week that runs."""
    acts: str
    """What went out in short: `two calls, a message: 5 points`; empty where nothing did."""
    momentum: str
    """How momentum moved, in a sentence."""
    before: float
    """The gauge as the week began."""
    after: float
    """The gauge as it ended, or now."""
    paused: int
    """Days of a pause."""

    @property
    def title(self) -> str:
        """Such as `Week 47, 16 to 22 November 2026`."""
        return f"Week {int(self.name[-2:])}, {days_of(self.first, self.last)}"


def week_of(day: date, start: Weekday) -> date:
    """The first day of the week in which a day lies."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS.index(start)) % DAYS)


def name_of(first: date) -> str:
    """The name of a week by its first day."""
    return "{:04d}-W{:02d}".format(*(first + timedelta(days=(_THURSDAY - first.weekday()) % DAYS)).isocalendar()[:2])


def week_named(name: str, start: Weekday) -> date:
    """The first day of a week by its name; raises BadInputError."""
    year, _, number = name.strip().upper().partition("-W")
    if not (year.isdecimal() and len(year) == 4 and int(year) >= OLDEST and number.isdecimal() and len(number) <= 2):
        raise BadInputError(f"“{clean(name)}” names no week; write it as {FOUND}.")
    try:
        thursday = date.fromisocalendar(int(year), int(number), _THURSDAY + 1)
    except ValueError:
        raise BadInputError(f"There is no week {clean(name)}; write it as {FOUND}.") from None
    return week_of(thursday, start)


def days_of(first: date, last: date) -> str:
    """The days of a week: `16 to 22 November 2026`, `30 November to 6 December 2026`."""
    end = f"{last.day} {month(last.isoformat())}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    begins = month(first.isoformat())
    return f"{first.day} {begins if first.year != last.year else begins.split(' ', 1)[0]} to {end}"


def days_around(first: date, momentum: Momentum, book: Book, moment: Moment, settings: Settings) -> list[ChartDay]:
    """The days of the week that begins on that day, and the one before it."""
    before, last = first - timedelta(days=1), first + timedelta(days=DAYS - 1)
    if (moment.today - first).days > WEEKS_BACK * DAYS:
        return chart(book.interactions.values(), before, last, moment, settings, book.pauses.values())
    return chart_of(momentum.acts(moment), {}, before, last, moment, momentum.running, settings.full)


def week_in_review(index: Index, first: date, momentum: Momentum, moment: Moment) -> Week:
    """What became of the week that begins on that day, as momentum was and is now."""
    gauge = momentum.gauge(moment)
    days = days_around(first, momentum, index.book, moment, index.settings)
    return week(index, first, days, moment, gauge.trend if gauge.begun else "")


def week(index: Index, first: date, days: Sequence[ChartDay], moment: Moment, trend: str = "") -> Week:
    """What became of the week that begins on that day.

    `days` has the day before it and its own days so far; `trend` is the word for the gauge of now.
    """
    last, today = first + timedelta(days=DAYS - 1), moment.today
    since, until = first.isoformat(), min(last, today).isoformat()
    acts = [one for one in index.book.interactions.values() if since <= one.at[:10] <= until]
    gave = [one for one in acts if is_give(one)]
    is_running = first <= today <= last
    of_week = [day for day in days if first <= day.day <= last]
    before = next((day.value for day in days if day.day < first), 0.0)
    after = of_week[-1].value if of_week else before
    points, paused = sum(day.points for day in of_week), sum(day.paused for day in of_week)
    moved = _momentum(before, after, bool(gave), paused, trend if is_running else "", is_running)
    return Week(
        name=name_of(first),
        first=first,
        last=last,
        is_running=is_running,
        went_out=tuple(_went_out(index, gave, moment)),
        came_back=tuple(_came_back(index, acts, moment)),
        heard=tuple(_heard(index.book, since, until, moment)),
        waits=tuple(_waits(index, last, moment)),
        to_ask=tuple(_to_ask(index, moment)) if is_running else (),
        acts=f"{said_kinds(gave)}: {said_points(points)}" if gave else "",
        momentum=moved,
        before=before,
        after=after,
        paused=paused,
    )


def said_kinds(acts: Iterable[Interaction]) -> str:
    """Acts in short: `two calls, a message and a post`."""
    kinds = Counter(one.kind for one in acts)
    return said_acts({kind: kinds[kind] for kind in KINDS_BY_WEIGHT if kinds[kind]})


def _momentum(before: float, after: float, gave: bool, paused: int, trend: str, is_running: bool) -> str:
    """How momentum moved; a pause is a pause, and nothing is counted that was not done."""
    old, new = round(before), round(after)
    if paused >= DAYS:
        return f"A week of pause: momentum stood still at {new}, and nothing was asked of you."
    if not gave and not old and not new:
        return "Nothing has gone out yet; it starts with you." if is_running else "Nothing was written down."
    way = f"from {old} to {new}" if old != new else f"held at {new}"
    if gave and not old and not new:
        parts = ["Momentum stands at 0 yet: what goes out moves it in the days to come."]
    elif gave:
        by = f", {'up' if new > old else 'down'} {abs(new - old)}" if old != new else ""
        said = f"; it is {trend}" if trend else ""
        parts = [f"Momentum {'went ' if by else ''}{way}{by}{said}."]
    else:
        parts = [f"Nothing went out; momentum {'rolled on ' if old != new else ''}{way}."]
    if paused:
        parts.append(f"{counted(paused, 'day').capitalize()} of pause, on which it stood still.")
    elif not gave and is_running:
        parts.append("One message sets it going again.")
    return " ".join(parts)


def _went_out(index: Index, gave: Sequence[Interaction], moment: Moment) -> Iterator[Line]:
    """What went out, each promise kept by the first of that day that went to its people."""
    closed = [one for one in index.book.follow_ups.values() if one.kind == "promise" and one.state == "done"]
    rank = {kind: at for at, kind in enumerate(KINDS_BY_WEIGHT)}
    for act in sorted(sorted(gave, key=lambda one: (one.at, one.id), reverse=True), key=lambda one: rank[one.kind]):
        kept = next((one for one in closed if one.closed == act.at[:10] and set(one.people) & set(act.people)), None)
        aside = ""
        if kept is not None:
            closed.remove(kept)
            aside = "promise kept"
        elif (quiet := max((_silence(index, one, act) for one in act.people), default=0)) >= LONG:
            aside = f"after {span(quiet)}"
        yield _line(index, act, aside, moment)


def _silence(index: Index, person: str, act: Interaction) -> int:
    """The days between an interaction and the contact before it."""
    day = index.dealings.ordinal(act.at)
    before = [known for known in index.dealings.days(person) if known < day]
    return day - before[-1] if before else 0


def _came_back(index: Index, acts: Iterable[Interaction], moment: Moment) -> Iterator[Line]:
    """What came back, the newest first, and where thanks are owed for it."""
    found = sorted((one for one in acts if one.direction == "got"), key=lambda one: (one.at, one.id), reverse=True)
    for act in found:
        day = iso(act.at)
        recent = day is not None and (moment.today - day).days <= OWED_FOR
        is_owed = recent and index.dealings.return_of(act.id) is not None and bool(owed(index, act))
        yield _line(index, act, "say thanks" if is_owed else "", moment)


def _line(index: Index, act: Interaction, aside: str, moment: Moment) -> Line:
    """Something that happened."""
    whom, book = (act.people[0] if act.people else ""), index.book
    who = full_name(whom, book.contacts) if whom else _NOBODY.get(act.kind, "")
    arrow = (ASCII_ARROWS if index.settings.ascii else ARROWS)[act.direction]
    return Line(act.id, who, happened(act, whom, book), aside, _dated(act.at, moment), arrow, act.people)


def _heard(book: Book, since: str, until: str, moment: Moment) -> Iterator[Line]:
    """What was learnt in these days, and who was met."""
    told = [one for one in book.answers.values() if since <= one.learnt[:10] <= until and one.state == "open"]
    for answer in sorted(told, key=lambda one: (one.learnt, one.id), reverse=True):
        who = full_name(answer.contact, book.contacts)
        words = f"{QUESTION_WORDS[answer.question]}: {clean(answer.text)}"
        yield Line(answer.id, who, words, day=_dated(answer.learnt, moment), people=(answer.contact,))
    met = [one for one in book.contacts.values() if since <= one.met_on[:10] <= until]
    for contact in sorted(met, key=lambda one: (one.met_on, one.id), reverse=True):
        work = ", ".join(clean(part) for part in (contact.role, contact.organisation) if part)
        words = f"new: {work}" if work else "new"
        yield Line(contact.id, clean(contact.name), words, day=_dated(contact.met_on, moment), people=(contact.id,))


def _dated(day: str, moment: Moment) -> str:
    known = iso(day)
    return dated(known, moment.today) if known is not None else ""


def _waits(index: Index, last: date, moment: Moment) -> Iterator[Line]:
    """What waits that was agreed or begun by the end of the week, the soonest first."""
    found: list[tuple[str, str, Line]] = []
    for record in index.book.follow_ups.values():
        is_agreed = record.kind in ("promise", "waiting") and record.state == "open"
        if is_agreed and (record.made[:10] or iso_of(made_on(record.id))) <= last.isoformat():
            found.append((record.due, record.id, _agreed(index.book, record, moment)))
    contacts = index.book.contacts
    for pair in index.book.introductions.values():
        step = next_step(pair, contacts, moment.today)
        if step is None or step.due is None or pair.since[:10] > last.isoformat():
            continue
        if step.act == "outcome" and step.due > last + timedelta(days=DAYS):
            continue
        both = f" {'<>' if index.settings.ascii else '↔'} ".join(first_name(contacts[one]) for one in (pair.a, pair.b))
        words = f"{where_it_stands(pair, contacts, moment.today)}: {step.words}"
        line = Line(pair.id, both, words, due(step.due, moment.today), people=(step.whom,))
        found.append((step.due.isoformat(), pair.id, line._replace(is_late=step.due < moment.today)))
    yield from (line for *_, line in sorted(found, key=lambda one: one[:2]))


def _agreed(book: Book, record: FollowUp, moment: Moment) -> Line:
    """A promise of yours, or what you wait for."""
    day = iso(record.due)
    who = listed([full_name(one, book.contacts) for one in record.people]) or "you"
    when = due(day, moment.today) if day is not None else ""
    is_late = day is not None and day < moment.today
    return Line(record.id, who, reason(record), when, people=record.people, is_late=is_late)


def _to_ask(index: Index, moment: Moment) -> Iterator[Line]:
    """Your own open asks, then close people: what they said that may not hold any more, or never said."""
    contacts = index.book.contacts
    for ask in sorted(index.book.asks.values(), key=lambda one: (one.opened, one.id)):
        if ask.stage != "closed" and not index.put_away(asking.key_of(ask.id), moment.day):
            words = f"look for {clean(ask.text)}"
            yield Line(ask.id, "you", words, asking.where_it_stands(ask, index.book), people=ask.asked)
    today = moment.today.toordinal()
    near = [one for one in contacts.values() if one.circle in CLOSE]
    last = {one.id: index.dealings.last(one.id, moment.today) or date.min for one in near}
    found = [(one, _question(index, one, moment)) for one in near]
    asked = [(one, answer) for one, answer in found if answer is not None]
    for one, answer in sorted(asked, key=lambda pair: (-last[pair[0].id].toordinal(), pair[0].id)):
        who = clean(one.name)
        if isinstance(answer, Answer):
            said = index.dealings.ordinal(answer.learnt)
            still = "can still help" if answer.question == "offers" else f"still {QUESTION_WORDS[answer.question]}"
            aside = ago(today - said) if said else ""
            yield Line(answer.id, who, f"{still}: {clean(answer.text)}?", aside, people=(one.id,))
        else:
            yield Line(one.id, who, "what are they looking for?", "not known", people=(one.id,))


def _question(index: Index, one: Contact, moment: Moment) -> Answer | str | None:
    """The oldest answer of somebody that has gone stale, or a word where they never said what they look for."""
    told = newest(index.answers().get(one.id, ()))
    latest = (moment.today - timedelta(days=index.settings.fresh_days)).isoformat()
    stale = [answer for answer in told if answer.state == "open" and answer.learnt <= latest]
    asked = [
        answer
        for answer in sorted(stale, key=lambda answer: (answer.learnt, answer.id))
        if not index.put_away(f"stale:{answer.id}", moment.day)
    ]
    if asked:
        return asked[0]
    return None if stale or any(answer.question == "looking_for" for answer in told) else "not known"


def markdown(found: Week) -> str:
    """The week as Markdown; nothing that people wrote is taken for a sign of it."""
    parts = [f"# {found.title}", _safe(found.momentum)]
    for heading, lines, nothing in sections(found):
        said = [f"- {_in_markdown(line)}" for line in lines]
        if said or nothing:
            parts.append(f"## {heading}")
            parts.append("\n".join(said) or nothing)
    return "\n\n".join(parts) + "\n"


def sections(found: Week) -> Iterator[tuple[str, tuple[Line, ...], str]]:
    """The parts of the week: a heading, its lines, what is said where there are none (empty: the part is left out)."""
    yield f"Went out{f': {found.acts}' if found.acts else ''}", found.went_out, "Nothing was written down."
    yield "Came back", found.came_back, "Nothing yet; that takes its time."
    yield "Met and heard", found.heard, ""
    yield "Who waits" if found.is_running else "Still waits", found.waits, "Nobody waits." if found.is_running else ""
    yield "To ask next", found.to_ask, "Nothing is stale, and nothing of yours is open." if found.is_running else ""


def _in_markdown(line: Line) -> str:
    """One line as it stands in a list."""
    head = f"{_safe(line.day)}: " if line.day else ""
    who = f"**{_safe(line.who)}** " if line.who else ""
    aside = f" ({_safe(line.aside)})" if line.aside else ""
    return f"{head}{who}{f'{line.arrow} ' if line.arrow else ''}{_safe(line.what)}{aside}"


def _safe(text: str) -> str:
    """A text of which Markdown makes nothing but text."""
    return _ENTITY.sub(r"\\&", clean(text).translate(_MARKDOWN))

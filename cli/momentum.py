"""`swell momentum`: the gauge with its answers."""

from argparse import ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from datetime import date, datetime, timedelta
from functools import cached_property
from math import isfinite
from typing import Final

from cli.context import Context
from cli.output import padded, say, say_json, say_prose
from cli.short import keep_brief
from cli.usage import CommandParser
from cli.words import UsageError, typed
from domain.book import Book
from domain.capture.dates import due_date, past_date
from domain.errors import BadInputError
from domain.moment import Moment
from domain.momentum.ahead import WhatIf, maintenance, most_rate, what_if
from domain.momentum.answers import Reaching, holding, if_i_stop, to_reach
from domain.momentum.attribution import by_kind, in_tenths, top, why
from domain.momentum.gauge import Gauge, Momentum
from domain.momentum.offer import Offer, offer
from domain.momentum.told import (
    all_as_json,
    as_json,
    reaching_as_json,
    short,
    stopping_as_json,
    what_if_as_json,
)
from store.kept_gauge import state_of
from store.paths import settings_path

REACH_WEEKS: Final = 8
"""Weeks in which a goal is to be reached where no day is said."""
LARGEST: Final = 1_000.0
"""The highest goal, as of the aim in the settings."""
AHEAD: Final = 84
"""Days that are told of a rhythm on trial."""
KINDS: Final = 5

HELP = """\
The gauge: why this number, if you stop, what it takes.

  swell momentum                        the number and its answers
  swell momentum --at 2026-03-01        as it was at the end of a past day
  swell momentum --if-i-stop            the coming peak, the half, the bill
  swell momentum --reach 70 --by 1feb   the rhythm that brings you there
  swell momentum --what-if 4            four points a week from now on
  swell momentum --short                one line for a status bar or a prompt"""


def run(context: Context, words: list[str]) -> int:
    """Print the gauge, why it is what it is, what becomes of it and what it takes."""
    options = _options(words)
    moment = context.moment() if options.at is None else _at(options.at, context.moment())
    state = state_of(context.path, settings_path(context.environment))
    view = View(context, context.repository.book(), moment)
    if options.reach is not None:
        _say(reaching_as_json(view.reach(options.reach, options.by)), view.reached, as_object=options.json)
    elif options.if_i_stop:
        stop = if_i_stop(view.gauge, moment.today)
        _say(stopping_as_json(stop), stop.sentence, as_object=options.json)
    elif options.what_if is not None:
        tried = view.tried(options.what_if)
        _say(what_if_as_json(tried), tried.sentence, as_object=options.json)
    elif options.json:
        say_json(_everything(view))
    elif options.short:
        if options.at is None:
            keep_brief(context.path, state, view.momentum.brief(moment), context.settings)
        say(short(view.gauge, options.ascii or context.settings.ascii))
    else:
        _print(view)
    return 0


def _options(words: list[str]) -> Namespace:
    """What the words say; raises UsageError."""
    parser = CommandParser("momentum", HELP)
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument("--at", metavar="WHEN", help="as it was at the end of a past day: 2026-03-01, yesterday, fri")
    parser.add_argument("--if-i-stop", action="store_true", help="what becomes of it if you give nothing more")
    parser.add_argument("--reach", metavar="X", type=_goal, help="what it takes to bring the gauge to X")
    parser.add_argument("--by", metavar="WHEN", help=f"with --reach: the day; {REACH_WEEKS} weeks from now unless said")
    parser.add_argument("--what-if", metavar="POINTS", type=_rate, help="what so many points a week would make of it")
    parser.add_argument("--short", action="store_true", help="one short line for a status line or a shell prompt")
    parser.add_argument("--ascii", action="store_true", help="with --short: no character above 126")
    options = parser.parse_args(typed(words))
    if options.by is not None and options.reach is None:
        raise UsageError("--by goes with --reach; swell momentum --help tells more")
    return options


def _number(word: str) -> float:
    try:
        found = float(word)
    except ValueError:
        found = float("nan")
    return found if isfinite(found) else -1.0


def _goal(word: str) -> float:
    """A value of the gauge; raises ArgumentTypeError."""
    found = _number(word)
    if not 1 <= found <= LARGEST:
        raise ArgumentTypeError(f"“{word}” is no number from 1 to {LARGEST:g}")
    return found


def _rate(word: str) -> float:
    """Points a week; raises ArgumentTypeError."""
    found = _number(word)
    if not 0 <= found <= LARGEST:
        raise ArgumentTypeError(f"“{word}” is no number of points from 0 to {LARGEST:g}")
    return found


class View:
    """The gauge of a book at a moment, with what is asked of it."""

    def __init__(self, context: Context, book: Book, moment: Moment) -> None:
        self.settings = context.settings
        self.book = book
        self.moment = moment
        self.momentum = Momentum(book.interactions.values(), moment, context.settings, book.pauses.values())
        self.gauge: Gauge = self.momentum.gauge(moment)
        self.reached = ""
        """What it takes to reach a goal, in a sentence; empty until it was asked."""

    @cached_property
    def notes(self) -> tuple[str, str]:
        """What went out in seven days, and a circle that was forgotten."""
        from domain.inbox.index import Index  # a status line can do without
        from domain.momentum.habits import notes

        paused = self.momentum.running.stands(self.gauge.at)
        return notes(Index(self.book, self.settings), self.moment, paused=paused)

    @cached_property
    def offer(self) -> Offer | None:
        """The offer to raise *full*."""
        return offer(self.momentum, self.gauge, self.book.snoozes, self.moment)

    def reach(self, goal: float, by: str | None) -> Reaching:
        """What it takes to reach a goal; raises BadInputError."""
        today = self.moment.today
        day = today + timedelta(weeks=REACH_WEEKS) if by is None else _day_ahead(by, today)
        found = to_reach(self.gauge, goal, day, today, self.settings.weights)
        self.reached = found.sentence
        return found

    def tried(self, rate: float) -> WhatIf:
        """What a rhythm would make of it; raises BadInputError for one that nobody can keep."""
        most = most_rate(self.settings.full)
        if rate > most:
            raise BadInputError(f"{rate:g} points a week are more than anybody keeps up; try up to {most:g}.")
        return what_if(self.gauge, rate, AHEAD, self.moment.today, self.settings.weights)


def _day_ahead(words: str, today: date) -> date:
    """A day to come; raises BadInputError."""
    day = due_date(words, today)
    if day is None or day <= today:
        raise BadInputError(f"“{words}” is no day to come; write 2027-03-01, 1feb, fri or 6w.")
    return day


def _at(words: str, now: Moment) -> Moment:
    """The end of a past day, or now where that is today; raises BadInputError."""
    day = past_date(words, now.today)
    if day is None or day > now.today:
        raise BadInputError(f"“{words}” is no day up to today (a day, not a time); write 2026-03-01, yesterday or fri.")
    if day == now.today:
        return now
    return Moment(datetime.combine(day, datetime.max.time(), now.at.tzinfo))


def _say(value: dict[str, object], sentence: str, *, as_object: bool) -> None:
    if as_object:
        say_json(value)
    else:
        say_prose(f"{_capital(sentence)}.")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _everything(view: View) -> dict[str, object]:
    from domain.momentum.months import by_month, lag

    interactions = view.book.interactions
    week, note = view.notes
    return {
        **as_json(view.gauge, view.moment),
        **all_as_json(view.momentum, view.gauge, view.moment, view.book, view.settings.weights),
        "to_reach": reaching_as_json(view.reach(view.gauge.aim, None)),
        "months": [
            month._asdict() for month in by_month(view.momentum.acts(view.moment), interactions.values(), view.moment)
        ],
        "lag": lag(interactions, view.moment)._asdict(),
        "seven_days": week,
        "forgotten": note,
        "offer": view.offer._asdict() if view.offer is not None else None,
    }


def _print(view: View) -> None:
    from domain.momentum.months import lag

    gauge, moment, weights = view.gauge, view.moment, view.settings.weights
    today = moment.today
    number = gauge.reserve or f"{round(gauge.value)} of 100"
    say(f"Momentum {number}" + (f", {gauge.trend}" if gauge.begun else ", nothing given yet"))
    if not gauge.begun:
        say("It moves when you give: swell add called @Ana about the move")
        return
    if gauge.pipe >= 1:
        say(f"  in the pipe: {round(gauge.pipe)} more, even if you give nothing else")
    if gauge.warning:
        say_prose(f"  a quiet spell: {gauge.warning}", hanging=4)
    shares = top(by_kind(why(view.momentum, moment)), KINDS)
    for share, points in zip(shares, in_tenths([share.gauge for share in shares]), strict=True):
        say(f"  {padded(share.label, 14)} {points:6.1f}  from {share.acts} {'act' if share.acts == 1 else 'acts'}")
    view.reach(gauge.aim, None)
    for sentence in (
        holding(gauge.value, gauge.full, weights).sentence,
        if_i_stop(gauge, today).sentence,
        view.reached,
        maintenance(gauge, gauge.aim, today, weights).sentence if round(gauge.aim) != round(gauge.value) else "",
        lag(view.book.interactions, moment).sentence,
        *view.notes,
        view.offer.sentence if view.offer is not None else "",
    ):
        if sentence:
            say_prose(f"{_capital(sentence)}.", hanging=2)

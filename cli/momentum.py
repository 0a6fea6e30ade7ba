"""`swell momentum`: the gauge with its answers."""

from datetime import datetime, timedelta

from cli.context import Context
from cli.output import padded, say, say_json, say_prose
from cli.short import keep_brief
from cli.usage import CommandParser
from cli.words import typed
from domain.capture.dates import past_date
from domain.errors import BadInputError
from domain.moment import Moment
from domain.momentum.answers import by_kind, holding, if_i_stop, to_reach, top, why
from domain.momentum.gauge import Gauge, Momentum
from domain.momentum.told import as_json, short
from store.kept_gauge import state_of
from store.paths import settings_path


def run(context: Context, words: list[str]) -> int:
    """Print the gauge, why it is what it is, what becomes of it and what it takes."""
    parser = CommandParser("momentum", "The gauge: why this number, if you stop, what it takes.")
    parser.add_argument("--at", metavar="WHEN", help="as it was at the end of a past day: 2026-03-01, yesterday, fri")
    parser.add_argument("--short", action="store_true", help="one short line for a status line or a shell prompt")
    parser.add_argument("--ascii", action="store_true", help="with --short: no character above 126")
    options = parser.parse_args(words)
    moment = context.moment() if options.at is None else _at(" ".join(typed([options.at])), context.moment())
    state = state_of(context.path, settings_path(context.environment))
    book = context.repository.book()
    momentum = Momentum(book.interactions.values(), moment, context.settings, book.pauses.values())
    gauge = momentum.gauge(moment)
    if options.json:
        say_json(as_json(gauge, moment))
    elif options.short:
        if options.at is None:
            keep_brief(context.path, state, gauge.brief(), ascii_only=context.settings.ascii)
        say(short(gauge, options.ascii or context.settings.ascii))
    else:
        _print(context, gauge, momentum, moment)
    return 0


def _at(words: str, now: Moment) -> Moment:
    """The end of a past day, or now where that is today; raises BadInputError."""
    day = past_date(words, now.today)
    if day is None or day > now.today:
        raise BadInputError(f"“{words}” is no day up to today (a day, not a time); write 2026-03-01, yesterday or fri.")
    if day == now.today:
        return now
    return Moment(datetime.combine(day, datetime.max.time(), now.at.tzinfo))


def _print(context: Context, gauge: Gauge, momentum: Momentum, moment: Moment) -> None:
    today, weights = moment.today, context.settings.weights
    number = gauge.reserve or f"{round(gauge.value)} of 100"
    say(f"Momentum {number}" + (f", {gauge.trend}" if gauge.begun else ", nothing given yet"))
    if not gauge.begun:
        say("It moves when you give: swell add called @Ana about the move")
        return
    if gauge.pipe >= 1:
        say(f"  in the pipe: {round(gauge.pipe)} more, even if you give nothing else")
    if gauge.warning:
        say_prose(f"  a quiet spell: {gauge.warning}", hanging=4)
    for share in top(by_kind(why(momentum, moment)), 5):
        say(f"  {padded(share.label, 14)} {share.gauge:6.1f}  from {share.acts} {'act' if share.acts == 1 else 'acts'}")
    for sentence in (
        holding(gauge.value, gauge.full, weights).sentence,
        if_i_stop(gauge, today).sentence,
        to_reach(gauge, gauge.aim, today + timedelta(weeks=8), today, weights).sentence,
    ):
        say_prose(f"{sentence[:1].upper()}{sentence[1:]}.", hanging=2)

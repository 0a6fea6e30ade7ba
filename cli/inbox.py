"""`swell inbox`: what is due, best first."""

import os
from collections.abc import Mapping

from cli.context import Context
from cli.matching import finder
from cli.output import say, say_json, say_row
from cli.refreshing import keep, refresh, states
from cli.usage import CommandParser
from domain.book import Book
from domain.inbox.as_json import Plain, as_json
from domain.inbox.day import Inbox, inbox
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.inbox.names import title
from domain.inbox.outside import due, today_told, told
from domain.inbox.short_keys import short_keys
from domain.momentum.gauge import Momentum
from store.kept_inbox import kept_path


def run(context: Context, words: list[str]) -> int:
    """Print today's items, or what of them is asked for outside of the app."""
    options = _parser().parse_args(words)
    if options.keep:
        refresh(context)
        return 0
    state = states(context)
    book = context.repository.book()
    index, moment = Index(book, context.settings), context.moment()
    found = inbox(index, moment, finder(index)(moment))
    if options.count or options.due:
        warning = _warning(context, state, book, found, first=options.count)
        return _count(found, warning, options.json) if options.count else _due(found, warning, book, options.json)
    items = [*found.today, *found.more] if options.all else list(found.today)
    short = short_keys([item.key for item in found.today] + found.more.keys()) if options.keys or options.json else {}
    if options.json:
        say_json(_with_short_keys(items, book, short))
        return 0
    width = max((len(short[item.key]) for item in items), default=0) if options.keys else 0
    for item in items:
        whom = title(item, book.contacts, len(book.captures))
        key = [(short[item.key], width)] if options.keys else []
        say_row(*key, (whom, 22), (f"{item.when:>9}", 9), (item.source, 8), rest=item.reason)
    if options.keys:
        return 0  # lines to choose from, and nothing else
    if not items:
        say("Nothing is due.")
    elif found.waiting and not options.all:
        say(f"{found.waiting} can wait; --all shows them.")
    return 0


def _parser() -> CommandParser:
    parser = CommandParser("inbox", "What is due, best first.")
    parser.add_argument("--all", action="store_true", help="what can wait, too")
    parser.add_argument("--keys", action="store_true", help="each line with its key, for swell done, snooze and drop")
    parser.add_argument("--count", action="store_true", help="only how many are due today, for a prompt; it is quick")
    parser.add_argument("--due", action="store_true", help="a plain line for each that is due; nothing where none is")
    parser.add_argument("--keep", action="store_true", help="say nothing; work out what --count answers from")
    return parser


def _with_short_keys(items: list[Item], book: Book, short: Mapping[str, str]) -> list[dict[str, Plain]]:
    """The items as plain values, each with its short key."""
    plain = as_json(items, book.contacts)
    return [{**one, "short_key": short[item.key]} for item, one in zip(items, plain, strict=True)]


def _warning(context: Context, state: tuple[str, str], book: Book, found: Inbox, *, first: bool) -> str:
    """The early warning of the gauge; what was worked out for it is kept for `--count`, from its `first` call on."""
    moment = context.moment()
    momentum = Momentum(book.interactions.values(), moment, context.settings, book.pauses.values())
    if first or os.path.exists(kept_path(context.path)):
        keep(context, state, today_told(found, momentum, moment))
    return momentum.gauge(moment).warning


def _count(found: Inbox, warning: str, as_json_too: bool) -> int:
    """Print how many are due, with the early warning where there is one."""
    if as_json_too:
        say_json({"today": due(found), "waiting": found.waiting, "warning": warning})
    else:
        say(told(due(found), warning))
    return 0


def _due(found: Inbox, warning: str, book: Book, as_json_too: bool) -> int:
    """Print what is due in lines that are read elsewhere: in a mail, or in a notification."""
    items = [item for item in found.today if item.source != "first"]
    if as_json_too:
        say_json(as_json(items, book.contacts))
        return 0
    for item in items:
        say(_line(item, book))
    if warning:
        say(f"a quiet spell: {warning}")
    return 0


def _line(item: Item, book: Book) -> str:
    """An item in a line without columns: `Ana Lopez: you promised: the gym list (2 d late)`."""
    when = f" ({item.when})" if item.when else ""
    return f"{title(item, book.contacts, len(book.captures))}: {item.reason}{when}"

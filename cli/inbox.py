"""`swell inbox`: what is due, best first."""

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser
from domain.book import Book
from domain.inbox.as_json import as_json
from domain.inbox.day import Inbox, inbox_of
from domain.inbox.names import title
from domain.momentum.gauge import gauge


def run(context: Context, words: list[str]) -> int:
    """Print today's items; --all adds those that can wait, --count says only how many there are."""
    parser = CommandParser("inbox", "What is due, best first.")
    parser.add_argument("--all", action="store_true", help="what can wait, too")
    parser.add_argument("--count", action="store_true", help="only how many are due today")
    options = parser.parse_args(words)
    book = context.repository.book()
    found = inbox_of(book, context.moment(), context.settings)
    if options.count:
        return _count(context, book, found, as_json_too=options.json)
    items = [*found.today, *found.more] if options.all else list(found.today)
    if options.json:
        say_json(as_json(items, book.contacts))
        return 0
    for item in items:
        whom = title(item, book.contacts, len(book.captures))
        say_row((whom, 22), (f"{item.when:>9}", 9), (item.source, 8), rest=item.reason)
    if not items:
        say("Nothing is due.")
    elif found.waiting and not options.all:
        say(f"{found.waiting} can wait; --all shows them.")
    return 0


def _count(context: Context, book: Book, found: Inbox, *, as_json_too: bool) -> int:
    """Print how many are due, with the early warning of the gauge where there is one."""
    count = sum(item.source != "first" for item in found.today)
    warning = gauge(book.interactions.values(), context.moment(), context.settings, book.pauses.values()).warning
    if as_json_too:
        say_json({"today": count, "waiting": found.waiting, "warning": warning})
    else:
        say(f"{count} ! {warning}" if warning else f"{count}")
    return 0

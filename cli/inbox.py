"""`swell inbox`: what is due, best first."""

from cli.context import Context
from cli.output import command_parser, say, say_json
from domain.inbox.as_json import as_json
from domain.inbox.day import inbox_of
from domain.inbox.names import title


def run(context: Context, words: list[str]) -> int:
    """Print today's items; --all adds those that can wait, --count says only how many there are."""
    parser = command_parser("inbox", "What is due, best first.")
    parser.add_argument("--all", action="store_true", help="what can wait, too")
    parser.add_argument("--count", action="store_true", help="only how many are due today")
    options = parser.parse_args(words)
    book = context.repository.book()
    found = inbox_of(book, context.moment(), context.settings)
    items = [*found.today, *found.more] if options.all else list(found.today)
    if options.count:
        count = sum(item.source != "first" for item in found.today)
        if options.json:
            say_json({"today": count, "waiting": found.waiting})
        else:
            say(str(count))
        return 0
    if options.json:
        say_json(as_json(items, book.contacts))
        return 0
    for item in items:
        say(f"{title(item, book.contacts, len(book.captures)):<24}  {item.reason}  ({item.when}, {item.source})")
    if not items:
        say("Nothing is due.")
    elif found.waiting and not options.all:
        say(f"{found.waiting} can wait; --all shows them.")
    return 0

"""`swell snooze KEY WHEN`: puts an item of the inbox away until a day."""

from cli.context import Context
from cli.output import say, say_json
from cli.triage import item_meant, keep_count, open_desk
from cli.usage import CommandParser
from cli.words import typed
from domain.capture.dates import due_date, past_date
from domain.errors import BadInputError
from domain.inbox.triage import about


def run(context: Context, words: list[str]) -> int:
    """Put the item away; it comes back on that day."""
    parser = CommandParser("snooze", "Put what is due away until a day.")
    parser.add_argument("key", metavar="KEY", help="as swell inbox --keys prints it, or a key of swell inbox --json")
    parser.add_argument("when", metavar="WHEN", nargs="+", help="fri, 2w, tomorrow, 3 dec, 2026-12-03")
    options = parser.parse_intermixed_args(typed(words))
    when = " ".join(options.when)
    today = context.moment().today
    day = due_date(when, today) or past_date(when, today)  # a day that is over is refused by its name
    if day is None:
        raise BadInputError(f"“{when}” is no day; write fri, 2w, 3 dec, 2026-12-03 or tomorrow.")
    desk = open_desk(context)
    item = item_meant(desk, options.key)
    said = desk.snooze(item, day)
    if options.json:
        say_json({"ok": True, "key": item.key, "until": day.isoformat(), "said": said})
    else:
        say(f"{said}: {about(desk.book, item)} · {item.reason}")
    keep_count(context, desk)
    return 0

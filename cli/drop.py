"""`swell drop KEY`: what `x` does in the app to an item of the inbox."""

from cli.context import Context
from cli.output import say, say_json
from cli.triage import item_meant, keep_count, open_desk
from cli.usage import CommandParser
from cli.words import typed
from domain.inbox.triage import about


def run(context: Context, words: list[str]) -> int:
    """Drop the item, as its source has it."""
    parser = CommandParser("drop", "Drop what is due: the promise, the turn, the question; swell undo takes it back.")
    parser.add_argument("key", metavar="KEY", help="as swell inbox --keys prints it, or a key of swell inbox --json")
    options = parser.parse_args(typed(words))
    desk = open_desk(context)
    item = item_meant(desk, options.key)
    said = desk.drop(item)
    if options.json:
        say_json({"ok": True, "key": item.key, "said": said})
    else:
        say(f"{said}: {about(desk.book, item)} · {item.reason}")
    keep_count(context, desk)
    return 0

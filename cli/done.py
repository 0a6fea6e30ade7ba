"""`swell done KEY [TEXT…]`: what `d` and enter do in the app, with the proposed line or with one of your own."""

from cli.context import Context
from cli.filing import unfiled_words
from cli.output import complain, say, say_json
from cli.triage import item_meant, keep_count, open_desk
from cli.usage import CommandParser
from cli.words import typed
from domain.capture.as_json import as_json
from domain.capture.filing import Filed
from domain.capture.words import line_of
from domain.desk import Desk
from domain.errors import BadInputError
from domain.inbox.item import Item
from domain.inbox.triage import about

NEEDS_WORDS = {
    "unfiled": "This capture waits to be told more clearly: swell done KEY and the line.",
    "conflict": "Two books differ here: choose in the app, or keep what is there with swell drop KEY.",
}
"""The sources of which no line can be proposed, with what to do."""


def run(context: Context, words: list[str]) -> int:
    """Capture the line and close what is behind the item, as one step."""
    parser = CommandParser("done", "Do what is due: capture the proposed line, or TEXT, and close what is behind it.")
    parser.add_argument("key", metavar="KEY", help="as swell inbox --keys prints it, or a key of swell inbox --json")
    parser.add_argument("text", metavar="TEXT", nargs="*", help="what was done, instead of the proposed line")
    options = parser.parse_intermixed_args(typed(words))
    desk = open_desk(context)
    item = item_meant(desk, options.key)
    line = _line(desk, item, line_of(options.text))
    before = desk.book
    filed = desk.done(item, line)
    why = _why_not(item, filed)
    if options.json:
        say_json({**as_json(filed, before), "ok": not why, "key": item.key, "line": line})
    else:
        _tell(filed, why, f"{about(before, item)} · {line}")
    keep_count(context, desk)
    return int(bool(why))


def _why_not(item: Item, filed: Filed) -> str:
    """Why the item still stands although the line is kept; empty where it is done."""
    if filed.unfiled and item.source == "unfiled":
        return f"that is still unclear: {filed.reason}. The new line waits in place of the old one."
    return filed.reason if filed.unfiled and not filed.made else ""


def _tell(filed: Filed, why: str, done: str) -> None:
    """Say what was done on stdout, what is doubtful on stderr."""
    if why:
        complain(why)
    else:
        say(f"done: {done}")
        if filed.unfiled:
            complain(f"kept {unfiled_words(filed)}")
    for sentence in (*filed.warnings, *filed.hints):
        complain(sentence)


def _line(desk: Desk, item: Item, text: str) -> str:
    """The line to capture; raises BadInputError where only you can say it."""
    if item.source == "conflict" or (item.source == "unfiled" and not text.strip()):
        raise BadInputError(NEEDS_WORDS[item.source])
    line = text if text.strip() else desk.proposal(item)
    if not line.strip() or line != line.rstrip():
        raise BadInputError(f"What was it? swell done KEY {line}…")
    return line

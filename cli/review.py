"""`swell review`: the app, straight at what is due."""

from cli.app import stay_in_app
from cli.context import Context
from cli.usage import CommandParser


def run(context: Context, words: list[str]) -> int:
    """Go through what is due, one item at a time."""
    parser = CommandParser("review", "Open the app straight at what is due: one item at a time, then what came of it.")
    if parser.parse_args(words).json:
        parser.error("the review is shown in a terminal; swell inbox --json lists what is due")
    return stay_in_app(context, review=True)

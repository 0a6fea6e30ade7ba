"""`swell help momentum`: how the gauge works, with the numbers of the book."""

import os

from cli.context import Context
from cli.output import say, say_json, say_prose
from cli.prompt.looks import speaks_unicode
from cli.usage import CommandParser
from domain.momentum.explained import explained
from domain.momentum.gauge import gauge


def run(context: Context, words: list[str]) -> int:
    """Print the model in a few parts; with --json as data."""
    parser = CommandParser("help momentum", "How the gauge works, with your own numbers.")
    options = parser.parse_args(words)
    book, settings = context.repository.book(), context.settings
    now = gauge(book.interactions.values(), context.moment(), settings, book.pauses.values())
    parts = explained(now, settings)
    if options.json:
        say_json([{"title": part.title, "text": part.text} for part in parts])
        return 0
    plain = settings.ascii or not speaks_unicode(os.environ)
    for number, part in enumerate(parts):
        if number:
            say()
        say_prose(_in_ascii(f"{part.title}. {part.text}") if plain else f"{part.title}. {part.text}")
    return 0


def _in_ascii(text: str) -> str:
    from tui.glyphs import ASCII

    return ASCII.own(text)

"""`swell help capture`: the grammar of the captured line, generated from its own tables."""

import os

from cli.context import Context
from cli.output import say, say_json
from cli.prompt.looks import speaks_unicode
from cli.usage import CommandParser
from cli.words import UsageError, typed
from domain.capture.explained import TITLES, Part, explained
from domain.capture.set_out import set_out
from domain.capture.tables import verbs_as_json

WIDTH = 80
SHORT = "swell help capture days prints one part, swell help capture --json data."


def run(context: Context, words: list[str]) -> int:
    """Print the grammar, or the parts whose title has the word; with --json as data."""
    parser = CommandParser("help capture", "What may be written in a captured line, and what it makes.")
    parser.add_argument("part", nargs="?", default="", help="a word of a title, such as days or marks")
    options = parser.parse_args(words)
    titles = _titles(typed([options.part])[0])
    parts = explained(context.settings.weights, context.moment(), titles)
    if options.json:
        say_json({"verbs": verbs_as_json(context.settings.weights), "parts": [_as_json(part) for part in parts]})
        return 0
    for text in _lines(parts, whole=titles == TITLES):
        say(text if not context.settings.ascii and speaks_unicode(os.environ) else _in_ascii(text))
    return 0


def _titles(word: str) -> tuple[str, ...]:
    """The titles with this word in them; raises UsageError where there is none."""
    found = tuple(title for title in TITLES if word.casefold() in title.casefold())
    if not found:
        raise UsageError(
            f"there is no part “{word}”; the parts are {', '.join(TITLES)}; swell help capture --help tells more"
        )
    return found


def _lines(parts: tuple[Part, ...], *, whole: bool) -> list[str]:
    lines = ["".join(piece.text for piece in line).rstrip() for line in set_out(parts, WIDTH)]
    if whole:
        return [*lines, "", SHORT]
    return lines[lines.index("") + 1 :]  # one part needs no introduction


def _in_ascii(text: str) -> str:
    from tui.glyphs import ASCII

    return ASCII.own(text)


def _as_json(part: Part) -> dict[str, object]:
    return {
        "title": part.title,
        "says": part.says,
        "tables": [{"head": table.head, "rows": table.rows} for table in part.tables],
        "examples": [{"line": example.line, "says": example.says} for example in part.examples],
    }

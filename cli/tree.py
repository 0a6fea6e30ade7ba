"""`swell tree [CONTACT]`: who led to whom and to what, as a text tree."""

import shutil
import sys

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser, count
from cli.words import typed
from domain.book import Book
from domain.errors import BadInputError
from domain.search.person import find_person
from domain.tree import GROWS_BY, WIDEST, Node, Paths, drawn

SHOWN = 20
"""Starts that are printed unless another number is asked for; JSON has all."""
EVERYTHING = 100_000
"""More rows than any JSON of a tree is asked for."""


def run(context: Context, words: list[str]) -> int:
    """Print the tree of somebody or of a return; without one those from whom most grew."""
    parser = CommandParser("tree", "Who led to whom and to what; without a contact those from whom most grew.")
    parser.add_argument("contact", nargs="*", help="a name, an alias or an id; the id of an entry of the log too")
    parser.add_argument("--back", action="store_true", help="the other way: what led there")
    parser.add_argument("--limit", type=count, metavar="N", help=f"at most so many rows ({WIDEST}; starts: {SHOWN})")
    options = parser.parse_intermixed_args(words)
    book = context.repository.book()
    paths = Paths(book, context.moment().today)
    name = " ".join(typed(options.contact)).strip()
    if not name and options.back:
        raise BadInputError("Name somebody: swell tree --back NAME.")
    if not name:
        return _print_starts(paths, book, options.limit, as_json=options.json, ascii_only=context.settings.ascii)
    start = name if name in book.interactions else find_person(book, name).id
    if options.json:
        rows = paths.tree(start, backwards=options.back, most=options.limit or EVERYTHING)
        say_json(_nested(rows, book))
        return 0
    most = options.limit or WIDEST
    rows = paths.tree(start, backwards=options.back, most=most + 1)
    is_cut = len(rows) > most
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    text = drawn(rows[:most], context.settings.ascii, backwards=options.back, room=room, is_cut=is_cut)
    for line in text.split("\n"):
        say_row(rest=line)
    return 0


def _print_starts(paths: Paths, book: Book, limit: int | None, *, as_json: bool, ascii_only: bool) -> int:
    """Print from whom most grew, with how much that is."""
    starts = paths.starts()
    shown = starts[: limit or (len(starts) if as_json else SHOWN)]
    if as_json:
        say_json([_json(paths.tree(start, folded=(start,))[0], book) for start in shown])
        return 0
    for start in shown:
        row = paths.tree(start, folded=(start,))[0]
        say_row((f"{row.under}".rjust(5), 5), rest=row.words(ascii_only))
    if not starts:
        say("Nothing has grown yet. It grows by what you capture:")
        for line, does in GROWS_BY:
            say_row((f"  {line}", 36), rest=does)
    if len(shown) < len(starts):
        say(f"{len(starts) - len(shown)} more; --limit shows them, swell tree NAME shows one.")
    return 0


def _json(row: Node, book: Book) -> dict[str, object]:
    """One row; people are names."""
    known = book.contacts.get(row.id)
    kind = "interaction" if row.id in book.interactions else "contact"
    name: dict[str, object] = {"name": known.name} if known is not None else {}
    return {"type": kind, "id": row.id, **name, "text": row.words(), "under": row.under}


def _nested(rows: list[Node], book: Book) -> dict[str, object]:
    """The rows as what each leads to, in one another."""
    nested: list[dict[str, object]] = []
    below: list[list[dict[str, object]]] = [nested]
    for row in rows:
        steps: list[dict[str, object]] = []
        del below[row.depth + 1 :]
        below[row.depth].append({**_json(row, book), "again": row.again, "cut": row.is_folded, "steps": steps})
        below.append(steps)
    return nested[0]

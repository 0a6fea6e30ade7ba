"""`swell demo`: the app on a sample book that ends today; nothing of it is kept."""

import os
import tempfile

from cli.context import Context
from cli.output import say, say_json
from cli.usage import CommandParser
from domain.book import Put, Work
from domain.errors import BadInputError
from domain.sample.book import sample_book


def run(context: Context, words: list[str]) -> int:
    """Open the app on a throw-away book, or with --into write the sample book to a file."""
    parser = CommandParser("demo", "Look round a sample book in the app; nothing of it is kept.")
    parser.add_argument("--into", metavar="BOOK", help="write the sample book to a new file instead of opening the app")
    options = parser.parse_args(words)
    if options.into is not None:
        return _write(context, options.into, as_json=options.json)
    if options.json:
        parser.error("--json goes with --into")
    from cli.app import check_terminal, open_app

    check_terminal(context)
    with tempfile.TemporaryDirectory(prefix="swell-demo-") as folder:
        throw_away = context.elsewhere(os.path.join(folder, "book.json"))
        write_sample(throw_away)
        return open_app(throw_away, throw_away=True)[0]


def write_sample(context: Context) -> int:
    """Write the sample book as one step; gives the number of its records."""
    moment = context.moment()
    zone = moment.at.tzinfo
    assert zone is not None
    tables = sample_book(moment.today, zone)
    changes = tuple(Put(record) for table in tables.values() for record in table.values())
    context.repository.apply(lambda _: Work("the sample book", changes, None))
    return len(changes)


def _write(context: Context, into: str, *, as_json: bool) -> int:
    if not into:
        raise BadInputError("--into wants the path of a file that is not there yet.")
    sample = context.elsewhere(into)
    if os.path.lexists(sample.path):
        raise BadInputError(f"{sample.path} is there already; name a file that is not.")
    records = write_sample(sample)
    if as_json:
        say_json({"ok": True, "book": sample.path, "records": records})
    else:
        say(f"The sample book is in {sample.path}; swell --file {into} opens it.")
    return 0

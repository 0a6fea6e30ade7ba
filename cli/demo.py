"""`swell demo`: the app on a sample book that ends today; nothing of it is kept."""

import os
import tempfile

from cli.context import Context
from cli.output import command_parser
from domain.book import Put, Work
from domain.sample.book import sample_book


def run(context: Context, words: list[str]) -> int:
    """Open the app on a throw-away book, or with --into write the sample book to a file."""
    parser = command_parser("demo", "Look round a sample book in the app; nothing of it is kept.")
    parser.add_argument("--into", metavar="BOOK", help="write the sample book to a new file instead of opening the app")
    options = parser.parse_args(words)
    if options.into:
        return _write(context.elsewhere(options.into))
    from cli.app import open_app

    with tempfile.TemporaryDirectory(prefix="swell-demo-") as folder:
        path = os.path.join(folder, "book.json")
        _write(context.elsewhere(path))
        return open_app(context.elsewhere(path), throw_away=True)[0]


def _write(context: Context) -> int:
    if os.path.exists(context.path):
        from domain.errors import BadInputError

        raise BadInputError(f"{context.path} is there already; name a file that is not.")
    moment = context.moment()
    zone = moment.at.tzinfo
    assert zone is not None
    tables = sample_book(moment.today, zone)
    changes = tuple(Put(record) for table in tables.values() for record in table.values())
    context.repository.apply(lambda _: Work("the sample book", changes, None))
    return 0

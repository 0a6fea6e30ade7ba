"""The sample book as a document, as Swell lays it out."""

from datetime import UTC

from domain.sample.book import sample_book
from store import codec
from tests.cli.command_line import SUNDAY


def sample_bytes() -> bytes:
    """The sample book as a document."""
    tables = sample_book(SUNDAY.date(), UTC)
    raw = {
        name: {key: codec.encode_record(record, None) for key, record in table.items()}
        for name, table in tables.items()
    }
    return b"".join(codec.layout(iter(raw.items())))

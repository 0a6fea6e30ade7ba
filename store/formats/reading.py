"""Address files read into cards: told by their content, bounded in size, every fault in a sentence."""

import io
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from domain.errors import BadInputError
from domain.importing import Card, Problem
from domain.text import clean
from store.formats.decoding import decoded, lines_of
from store.formats.tables import find_header, read_table
from store.formats.vcards import is_vcards, read_vcards

MOST_BYTES = 128 * 1024 * 1024
"""A larger file, or a larger one within a zip, is refused."""

MOST_CARDS = 200_000
"""A file with more entries is refused."""

_ZIP = b"PK\x03\x04"
_CONNECTIONS = "connections.csv"
_KNOWN = "LinkedIn's Connections.csv or zip, a CSV of Google contacts or Outlook, or vCards (.vcf)"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one address file holds."""

    cards: tuple[Card, ...]
    problems: tuple[Problem, ...]
    format: str
    """What wrote it, in words, such as `Google contacts`."""


def read_file(path: str | os.PathLike[str], report: Callable[[int, int], None] | None = None) -> Sheet:
    """Read an address file; `report` is told lines done and lines in all now and then, and may raise to cancel.

    Raises BadInputError where the file as a whole is of no use.
    """
    file = Path(path)
    name = clean(file.name)
    sheet = _sheet(_text_of(file, name), name, report or _silent)
    if not sheet.cards and not sheet.problems:
        raise BadInputError(f"{name} has nobody in it ({sheet.format}); export your contacts again.")
    if len(sheet.cards) > MOST_CARDS:
        raise BadInputError(f"{name} holds more than {MOST_CARDS:,} people; split it and import the parts.")
    return sheet


def _silent(done: int, total: int) -> None:
    """Report to nobody."""


def _sheet(text: str, name: str, report: Callable[[int, int], None]) -> Sheet:
    lines = lines_of(text)
    if is_vcards(lines):
        cards, problems = read_vcards(lines, name, report)
        return Sheet(tuple(cards), tuple(problems), "vCards")
    header = find_header(lines)
    if header is None:
        raise BadInputError(f"{name} is no address file that Swell can read; give it {_KNOWN}.")
    cards, problems = read_table(lines, header, name, report)
    return Sheet(tuple(cards), tuple(problems), header.columns.format)


def _text_of(file: Path, name: str) -> str:
    data = _bytes_of(file, name)
    if data.startswith(_ZIP):
        data = _connections_in(data, name)
    text = decoded(data)
    if not text.strip("\0 \t\r\n\ufeff"):
        raise BadInputError(f"{name} is empty; export your contacts again.")
    return text


def _bytes_of(file: Path, name: str) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise BadInputError(f"There is no file {clean(str(file))}; check its name.") from error
    except IsADirectoryError as error:
        raise BadInputError(f"{clean(str(file))} is a folder; name the address file in it.") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadInputError(f"{clean(str(file))} cannot be read ({why}); check the file and its rights.") from error
    if len(data) > MOST_BYTES:
        raise BadInputError(f"{name} is larger than {MOST_BYTES >> 20} MB; export it without photos, or in parts.")
    return data


def _connections_in(data: bytes, name: str) -> bytes:
    """LinkedIn's table of connections out of its zip."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            member = next((m for m in archive.infolist() if _is_connections(m.filename)), None)
            if member is None:
                raise BadInputError(
                    f"{name} has no Connections.csv in it; ask LinkedIn for an archive with your connections."
                )
            with archive.open(member) as stream:
                table = stream.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise BadInputError(
            f"{name} is a damaged or locked zip; unpack it yourself and import its Connections.csv."
        ) from error
    if len(table) > MOST_BYTES:
        raise BadInputError(f"The Connections.csv in {name} is larger than {MOST_BYTES >> 20} MB; import it in parts.")
    return table


def _is_connections(member: str) -> bool:
    return PurePosixPath(member.replace("\\", "/")).name.casefold() == _CONNECTIONS

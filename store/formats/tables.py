"""Address tables: the CSV of LinkedIn, Google, Outlook and whatever names its columns likewise."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from domain.importing import Card, Problem
from store.formats.columns import Columns, columns_of
from store.formats.dates import day_comes_first
from store.formats.entry import Entry, card_of

_DELIMITERS = ",;\t"
_HEADER_WITHIN = 20
"""Rows in which the header has to come."""

_LONGEST_ROW = 300
"""Lines that one row may go over; a quote that is never closed would take the rest of the file."""

_REPORT_EVERY = 200
_SEVERAL = " ::: "
"""What Google puts between several values of one cell."""

_BETWEEN_EMAILS = re.compile(r"[;,\s]+")
_GUARDED = ("'=", "'+", "'-", "'@")
"""How a table says that a value is no formula."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the names of the columns stand."""

    line: int
    """How many lines come before the first row of the table."""
    delimiter: str
    cells: list[str]
    columns: Columns


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, or why it could not be read."""

    line: int
    """Counted from one."""
    cells: list[str]
    reason: str = ""


def find_header(lines: list[str]) -> Header | None:
    """The header among the first rows, by the names in it; with the delimiter that makes most of it."""
    found = (header for delimiter in _DELIMITERS if (header := _header_with(lines, delimiter)))
    return max(found, key=lambda header: len(header.columns.places), default=None)


def _header_with(lines: list[str], delimiter: str) -> Header | None:
    start = lines[: _HEADER_WITHIN * 2]
    for number, row in enumerate(rows_of(start, 0, delimiter)):
        if number >= _HEADER_WITHIN:
            return None
        columns = columns_of(row.cells)
        if columns:
            return Header(row.line, delimiter, row.cells, columns)
    return None


def read_table(
    lines: list[str], header: Header, file: str, report: Callable[[int, int], None]
) -> tuple[list[Card], list[Problem]]:
    """The entries of a table, and what could not be read of it."""
    cards: list[Card] = []
    problems: list[Problem] = []
    day_first = _day_first(lines, header)
    for count, row in enumerate(rows_of(lines, header.line, header.delimiter)):
        if count % _REPORT_EVERY == 0:
            report(row.line, len(lines))
        if row.cells == header.cells or not (row.reason or any(map(str.strip, row.cells))):
            continue
        reason = row.reason or _fault(row.cells, header.columns)
        if reason:
            problems.append(Problem(file, row.line, reason))
            continue
        card, reasons = card_of(_entry(row.cells, header.columns, day_first), file, row.line)
        cards.append(card)
        problems.extend(Problem(file, row.line, f"{reason}; left out of this entry") for reason in reasons)
    return cards, problems


def rows_of(lines: list[str], start: int, delimiter: str) -> Iterator[Row]:
    """The rows after the first `start` lines; where one cannot be read, the next begins on the line after it."""
    while start < len(lines):
        feed = _Feed(lines, start)
        reader = csv.reader(feed, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                yield Row(feed.began + 1, cells)
                feed.next_row()
            return
        except csv.Error as error:
            yield Row(feed.began + 1, [], _said(error))
            start = feed.began + 1


class _Feed:
    """Lines for the CSV reader, one by one, that knows on which line the row began."""

    def __init__(self, lines: list[str], start: int) -> None:
        self._lines = lines
        self._at = start
        self.began = start

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if self._at >= len(self._lines):
            raise StopIteration
        if self._at - self.began > _LONGEST_ROW:
            raise csv.Error("unexpected end of data")
        self._at += 1
        return f"{self._lines[self._at - 1]}\n"

    def next_row(self) -> None:
        """The row is complete; the next begins where it ended."""
        self.began = self._at


def _said(error: csv.Error) -> str:
    """The reader's complaint in words for the person whose file it is."""
    if "unexpected end" in str(error):
        return "a quote is opened in this row and never closed; the row is left out"
    if "expected after" in str(error):
        return "the quotes in this row do not match; the row is left out"
    if "field larger" in str(error):
        return "a cell of this row is too long; the row is left out"
    return f"this row cannot be read ({error}); it is left out"


def _fault(cells: list[str], columns: Columns) -> str:
    """Why the row cannot be trusted, if so."""
    if any("\0" in cell for cell in cells):
        return "this row holds bytes that are no text; it is left out"
    if any(map(str.strip, cells[columns.width :])):
        return f"this row has {len(cells)} cells under {columns.width} columns; it is left out"
    return ""


def _day_first(lines: list[str], header: Header) -> bool | None:
    """What the dates of the table show about their order; asked only of tables that could leave it open."""
    if not any("/" in line for line in lines) or not header.columns.places.get("birthday"):
        return None
    rows = rows_of(lines, header.line, header.delimiter)
    return day_comes_first([header.columns.first(row.cells, "birthday") for row in rows])


def _entry(cells: list[str], columns: Columns, day_first: bool | None) -> Entry:
    cells = [cell[1:] if cell.startswith(_GUARDED) else cell for cell in cells]
    given, family = columns.first(cells, "given"), columns.first(cells, "family")
    return Entry(
        name="" if given or family else columns.first(cells, "name"),
        given=given,
        middle=columns.first(cells, "middle"),
        family=family,
        suffix=columns.first(cells, "suffix"),
        nicknames=_several(columns.all(cells, "nickname")),
        emails=[email for cell in _several(columns.all(cells, "email")) for email in _BETWEEN_EMAILS.split(cell)],
        phones=_several(columns.all(cells, "phone")),
        organisation=columns.first(cells, "organisation"),
        role=columns.first(cells, "role"),
        place=columns.first(cells, "place") or columns.first(cells, "country"),
        tags=[tag for cell in _several(columns.all(cells, "tag")) for tag in cell.split(";")],
        birthday=columns.first(cells, "birthday"),
        links=_several(columns.all(cells, "link")),
        notes=columns.first(cells, "notes"),
        met_on=columns.first(cells, "met_on"),
        day_first=day_first,
    )


def _several(cells: list[str]) -> list[str]:
    return [value for cell in cells for value in cell.split(_SEVERAL)]

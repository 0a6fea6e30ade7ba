"""`swell` alone: the app on your book."""

import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import cast

from cli.context import Context
from cli.refreshing import keep, zone_that_matters
from cli.short import keep_brief, kept_brief
from domain.desk import AddressFiles, Desk, Sheet
from domain.errors import BadInputError
from domain.momentum.kept import Brief
from store.drafts import DraftsOnDisk, drafts_folder
from store.elsewhere import warnings
from store.kept_gauge import state_seen
from store.kept_inbox import files_state_seen, read_counts
from store.paths import downloads_folder, settings_path

LEAST = (40, 10)
"""Columns and rows below which the app does not open."""


class KeptOnDisk:
    """The gauge kept beside the book, and the count of what is due where any is kept."""

    def __init__(self, context: Context, desk: Desk) -> None:
        self._context = context
        self._desk = desk
        self._settings = settings_path(context.environment)
        self._kept = ""
        """The state of the files for which it was last kept here."""
        self._until = 0.0
        """When it is to be kept anew all the same."""

    def read(self) -> Brief | None:
        """The gauge that was kept for the book as it was read."""
        return kept_brief(self._context.path, self._state())

    def write(self, brief: Brief) -> None:
        """Keep the gauge of the book as it was read or written here."""
        state = self._state()
        if state != self._kept or brief.at > self._until:
            keep_brief(self._context.path, state, brief, self._context.settings)
            self._kept, self._until = state, (brief.at + brief.until) / 2
        self._keep_count()

    def _keep_count(self) -> None:
        """Keep how many are due today, where the book or the day is another than what was kept."""
        kept = read_counts(self._context.path)
        if kept is None or not self._desk.matches_are_ready():  # what the inbox lacks would not be counted
            return
        _, inode, size, modified, _ = self._context.repository.seen
        state = files_state_seen(self._context.path, inode, size, modified, self._settings)
        zone, moment = zone_that_matters(self._context), self._desk.moment()
        if not kept.knows(state, zone) or not kept.at(moment.at.timestamp()):
            from domain.inbox.outside import today_told  # only where somebody has asked for the count

            keep(self._context, (state, zone), today_told(self._desk.inbox(), self._desk.momentum(), moment))

    def _state(self) -> str:
        _, inode, size, modified, _ = self._context.repository.seen
        return state_seen(inode, size, modified, self._settings)


class FilesOnDisk(AddressFiles):
    """Address files of this machine."""

    def __init__(self, downloads: str) -> None:
        self._downloads = downloads

    def read(self, path: str, report: Callable[[int, int], None] | None = None) -> Sheet:
        """The entries of a file; raises BadInputError."""
        from store.formats.reading import read_file

        return read_file(path, report)

    def found(self) -> list[str]:
        """Files in the folder of downloads that look like exports."""
        from store.formats.downloads import find_exports

        return [str(path) for path in find_exports(self._downloads)]


def run(context: Context, words: list[str]) -> int:
    """Open the app and stay in it until it is left."""
    if words:
        raise BadInputError(f"“{words[0]}” is not understood here; swell --help lists the commands.")
    return stay_in_app(context)


def stay_in_app(context: Context, *, review: bool = False) -> int:
    """Open the app, then the sample book where that is asked for; the exit status."""
    status, asked_for_sample = open_app(context, review=review)
    if asked_for_sample:
        from cli.demo import run as look_round

        return look_round(context, [])
    return status


def open_app(context: Context, *, throw_away: bool = False, review: bool = False) -> tuple[int, bool]:
    """Open the app, or go straight to the review in it; its exit status, and whether the sample book was asked for."""
    check_terminal(context)
    context.repository.reader.read_ahead()
    sys.modules.setdefault("ssl", cast("ModuleType", None))  # asyncio can do without, and no code here uses a network
    from tui.app import SAMPLE, SwellApp  # now that the environment is prepared, which Textual reads when imported
    from tui.keyboard_bytes import forgive_invalid_bytes
    from tui.terminal_life import watched
    from tui.unfinished import NOWHERE_SAVED

    keyboard = forgive_invalid_bytes()
    files = FilesOnDisk(downloads_folder(context.environment))
    desk = Desk(context.repository, context.settings, context.moment, context.ids, files)
    context.tell_problems()
    told, kept = (*context.complaints, *warnings(context.path)), KeptOnDisk(context, desk)
    app = SwellApp(
        desk,
        where=_at_home(context.path),
        throw_away=throw_away,
        told=told,
        kept=kept,
        drafts=NOWHERE_SAVED if throw_away else DraftsOnDisk(context.path, context.ids()),
        pasted=lambda: keyboard.pasted,
        editor=partial(_written_elsewhere, context),
        open_link=partial(_opened_elsewhere, context),
        review=review,
    )
    with watched(app.unfinished.save):
        answer = app.run()
    return app.return_code or 0, answer == SAMPLE


def _written_elsewhere(context: Context, text: str) -> str:
    """The text as the user's editor leaves it; raises BadInputError."""
    from cli.editor import Editor  # no first paint waits for it

    return Editor(drafts_folder(context.path), context.environment)(text)


def _opened_elsewhere(context: Context, link: str) -> None:
    """Open a link in another program; raises BadInputError."""
    from cli.links import open_link  # no first paint waits for it

    open_link(context.environment, link)


def check_terminal(context: Context) -> None:
    """Raise BadInputError where the app could not be shown; else prepare for what the terminal is."""
    streams = (sys.stdin, sys.stdout, sys.stderr)  # Textual draws on the last; a closed one is None
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise BadInputError("The app needs a terminal; swell --help lists the commands that do not.")
    if context.environment.get("TERM") == "dumb":
        raise BadInputError("This terminal cannot move its cursor (TERM=dumb); swell inbox and swell add work here.")
    columns, rows = shutil.get_terminal_size()
    if columns < LEAST[0] or rows < LEAST[1]:
        raise BadInputError(
            f"The app needs {LEAST[0]} columns and {LEAST[1]} rows, this terminal has {columns} and {rows}: "
            "make it larger, or use swell inbox and swell add."
        )
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # empty means unset, which Textual does not know
    if "SSH_CONNECTION" in context.environment:
        os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")


def _at_home(path: str) -> str:
    home = os.path.expanduser("~")
    return f"~{path[len(home) :]}" if path.startswith(home + os.sep) else path

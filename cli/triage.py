"""One item of the inbox by its key, for the commands that do with it what a key does in the app."""

import os
from typing import Final

from cli.app import FilesOnDisk, KeptOnDisk
from cli.context import Context
from cli.refreshing import keep, states
from domain.book import Book
from domain.desk import Desk
from domain.errors import BookError, ChangedError, NotFoundError, SwellError
from domain.inbox.day import Inbox
from domain.inbox.item import Item
from domain.inbox.outside import today_told
from domain.inbox.short_keys import key_meant
from domain.moment import Moment
from domain.words import dated, iso
from store.kept_gauge import keeps_gauge
from store.kept_inbox import kept_path
from store.paths import downloads_folder

SOON: Final = 1_000
"""People up to whom all matches are found in a blink."""


def open_desk(context: Context) -> Desk:
    """The desk on the book; raises BookError where nothing can be written."""
    files = FilesOnDisk(downloads_folder(context.environment))
    desk = Desk(context.repository, context.settings, context.moment, context.ids, files)
    if desk.read_only:
        raise BookError(desk.read_only)
    return desk


def item_meant(desk: Desk, words: str) -> Item:
    """The item that is meant by a key; raises NotFoundError, AmbiguousError, or ChangedError where it is over.

    Matches are found only where the key is of nothing else.
    """
    try:
        if not words.startswith("match:"):
            return _item_among(desk.inbox(), words)
    except NotFoundError:
        pass
    try:
        _find_matches(desk)
        return _item_among(desk.inbox(), words)
    except NotFoundError as error:
        over = _over(desk.book, words, desk.moment())
        if over:
            raise ChangedError(over) from error
        raise


def _item_among(found: Inbox, words: str) -> Item:
    """The item of what is due that is meant by a key; raises NotFoundError or AmbiguousError."""
    return found.find(key_meant(words, [item.key for item in found.today] + found.more.keys()))


def _find_matches(desk: Desk) -> None:
    """Find out who could be brought together, so that the inbox has them."""
    if not desk.matches_are_ready():
        for _ in desk.prepare_matches():
            pass


def keep_count(context: Context, desk: Desk) -> None:
    """Keep the count of what is still due today, and the gauge, where any is kept.

    In a large book finding the matches takes longer than anybody should wait for: there the process apart counts.
    """
    gauge, count = keeps_gauge(context.path), os.path.exists(kept_path(context.path))
    if not gauge and not count:
        return
    desk.catch_up()
    if count and len(desk.book.contacts) <= SOON:
        _find_matches(desk)
    if gauge:
        KeptOnDisk(context, desk).write(desk.momentum().brief(desk.moment()))
        return
    state, found = states(context), desk.inbox()
    if desk.matches_are_ready() and not desk.changed():
        keep(context, state, today_told(found, desk.momentum(), desk.moment()))


def _over(book: Book, words: str, moment: Moment) -> str:
    """What has become of an item that was due once; empty where that is not known."""
    records = {f"{one.kind}:{one.id}:{one.due[:10]}": one for one in book.follow_ups.values()}
    away = {one.key: one.until for one in book.snoozes.values()}
    try:
        key = key_meant(words, records.keys() | away.keys())
    except SwellError:
        return ""
    record = records.get(key)
    if record is not None and record.state != "open":
        return "That was done already." if record.state == "done" else "That was dropped already."
    day = iso(away.get(key, "") or (record.due if record is not None else ""))
    if day is not None and day > moment.today:
        return f"That is put away until {dated(day, moment.today)}."
    return "That was seen to already." if key in away else ""

"""What a command works with: book, settings, clock and ids, each made when it is first asked for."""

import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from functools import cached_property

from cli.output import complain
from domain.errors import BookError
from domain.ids import Ids
from domain.moment import Moment
from domain.settings import Settings
from store.paths import book_path, settings_path
from store.repository import TinyBook
from store.settings_file import read_settings, zone_of
from store.spool import waiting
from store.zone import machine_zone

ZONE_LASTS = 60.0
"""Seconds for which the zone of the machine is taken for known."""
PATIENCE = 0.5
"""Seconds that a command waits for the lock before it leaves to others what waits in the spool."""
MOST_PROBLEMS = 3
"""Unreadable records that are named; the others are counted."""


def random_below(limit: int) -> int:
    """A whole number from 0 to limit - 1, from the system; the module secrets would cost 10 ms at start."""
    return int.from_bytes(os.urandom(8), "big") % limit


class Context:
    """Puts the store, the clock and the settings together for one run of the program."""

    def __init__(self, chosen: str | None, origin: str, environment: Mapping[str, str] = os.environ) -> None:
        """`chosen` is the book of `--file`; `origin` says in the undo history who made a step."""
        self.environment = environment
        self.path = book_path(chosen, environment)
        self.origin = origin
        self.ids = Ids(lambda: time.time_ns() // 10**6, random_below)
        self.complaints: tuple[str, ...] = ()
        """What could not be used in the settings."""
        self._zone: tzinfo = UTC
        self._zone_until = float("-inf")

    def elsewhere(self, path: str) -> "Context":
        """The same, settings and all, for another book."""
        other = Context(path, self.origin, self.environment)
        other.settings, other.complaints = self.settings, self.complaints
        return other

    @cached_property
    def settings(self) -> Settings:
        """The settings; what could not be used in them is said once on stderr."""
        settings, self.complaints = read_settings(settings_path(self.environment))
        for complaint in self.complaints:
            complain(complaint)
        return settings

    def moment(self) -> Moment:
        """Now, in the time zone of your day; a machine that has moved to another zone is noticed within a minute."""
        now = time.monotonic()
        if now >= self._zone_until:
            self._zone = zone_of(self.settings) or machine_zone(self.environment)
            self._zone_until = now + ZONE_LASTS
        return Moment(datetime.now(self._zone))

    @cached_property
    def repository(self) -> TinyBook:
        """The book."""
        return TinyBook(
            self.path,
            origin=self.origin,
            session=os.urandom(8).hex(),
            stamp=lambda: self.moment().stamp,
            ids=self.ids,
            salvaging=not self.origin.removeprefix("swell"),
        )

    def file_waiting(self) -> None:
        """File what waits in the spool of the book, and say where that cannot be done; it goes on waiting there."""
        if not waiting(self.path):
            return
        from cli.filing import file_waiting
        from domain.words import counted

        try:
            file_waiting(self, PATIENCE)
        except BookError as error:
            many = counted(len(waiting(self.path)), "captured line")
            complain(f"{many} in the spool, not filed yet: {error}")

    def tell_problems(self) -> None:
        """Say on stderr what is wrong with the book, where it was read at all."""
        problems = self.repository.problems if "repository" in vars(self) else ()
        for problem in problems[:MOST_PROBLEMS]:
            complain(problem)
        if len(problems) > MOST_PROBLEMS:
            complain(f"{len(problems) - MOST_PROBLEMS} more problems of this kind.")

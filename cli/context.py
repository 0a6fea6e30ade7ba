"""What a command works with: book, settings, clock and ids, each made when it is first asked for."""

import os
import secrets
import sys
import time
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property

from domain.ids import Ids
from domain.moment import Moment
from domain.settings import Settings
from store.paths import book_path, settings_path
from store.repository import TinyBook
from store.settings_file import read_settings, zone_of
from store.zone import machine_zone


class Context:
    """Puts the store, the clock and the settings together for one run of the program."""

    def __init__(self, chosen: str | None, origin: str, environment: Mapping[str, str] = os.environ) -> None:
        """`chosen` is the book of `--file`; `origin` says in the undo history who made a step."""
        self.environment = environment
        self.path = book_path(chosen, environment)
        self.origin = origin
        self.ids = Ids(lambda: time.time_ns() // 10**6, secrets.randbelow)
        self.complaints: tuple[str, ...] = ()
        """What could not be used in the settings."""

    def elsewhere(self, path: str) -> "Context":
        """The same for another book."""
        return Context(path, self.origin, self.environment)

    @cached_property
    def settings(self) -> Settings:
        """The settings; what could not be used in them is said once on stderr."""
        settings, self.complaints = read_settings(settings_path(self.environment))
        for complaint in self.complaints:
            print(f"swell: {complaint}", file=sys.stderr)
        return settings

    def moment(self) -> Moment:
        """Now, in the time zone of your day."""
        return Moment(datetime.now(zone_of(self.settings) or machine_zone(self.environment)))

    @cached_property
    def repository(self) -> TinyBook:
        """The book."""
        return TinyBook(
            self.path,
            origin=self.origin,
            session=secrets.token_hex(8),
            stamp=lambda: self.moment().stamp,
            ids=self.ids,
        )

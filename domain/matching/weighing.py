"""What becomes of a fit between two people: how fresh it is, whether they may meet, and on which day that changes."""

from collections.abc import Mapping
from heapq import nlargest
from itertools import islice
from operator import attrgetter
from typing import Final

from domain.matching.catalogue import Catalogue
from domain.matching.fit import Fit
from domain.matching.pairs import Pairs
from domain.matching.places import can_be_one
from domain.matching.said import Said
from domain.matching.suggestion import Suggestion
from domain.model import Contact
from domain.text import fold

A_NEED: Final = 3
"""Suggestions for one need at most."""
LOOKED_AT: Final = 400
"""People with the same offer who are looked at for one need."""
HALF: Final = -0.5
"""What a stale answer takes off, and an organisation that both belong to."""
ELSEWHERE: Final = -0.4
"""What it takes off that somebody lives where the need is not."""
_NOTHING: Final = 1e-6
NEVER: Final = 10**7
"""A day that does not come."""


_points = attrgetter("score")


class Weighing:
    """Weighs fits on one day, and remembers on which day something of that is no longer so."""

    def __init__(
        self, contacts: Mapping[str, Contact], pairs: Pairs, catalogue: Catalogue, fresh_days: int, day: int
    ) -> None:
        """`fresh_days` is how long an answer is fresh, `day` the number of the day."""
        self._contacts = contacts
        self._pairs = pairs
        self._catalogue = catalogue
        self._phrase = catalogue.phrase
        self._fresh_days = fresh_days
        self._day = day
        self.until = NEVER
        """The number of the first day on which something of what was weighed is different."""

    def best(self, need: Said, least: float) -> list[Suggestion]:
        """The best suggestions for a need, from so many points on, each with another person."""
        fresh = self.freshness(need)
        if fresh is None or self._is_out(need.contact):
            return []
        left = 1.0 if fresh else 1.0 + HALF
        found: dict[str, Suggestion] = {}
        bar = 0.0
        for ranked in self._catalogue.ranked((need.text, need.told), least):
            most = ranked.fit.score * left
            if bar >= most:
                break
            for offer in islice(self._catalogue.holders(ranked.offer), LOOKED_AT):
                if self.freshness(offer) is None:
                    break
                suggestion = self.suggestion(need, offer, ranked.fit)
                known = found.get(offer.contact)
                if suggestion is None or (known is not None and known.score >= suggestion.score):
                    continue
                found[offer.contact] = suggestion
                bar = nlargest(A_NEED, found.values(), key=_points)[-1].score if len(found) >= A_NEED else 0.0
                if bar >= most - _NOTHING:
                    break
        return sorted(found.values(), key=lambda one: (-round(one.score, 6), one.key))[:A_NEED]

    def suggestion(self, need: Said, offer: Said, fit: Fit) -> Suggestion | None:
        """The suggestion that a fit makes; None where the two may not be brought together today."""
        if self._is_out(need.contact) or self._is_out(offer.contact):
            return None
        free = self._pairs.rest(need.contact, offer.contact)
        if free is None:
            return None
        if free > self._day:
            self.until = min(self.until, free)
            return None
        needed, offered = self.freshness(need), self.freshness(offer)
        if needed is None or offered is None:
            return None
        cuts = tuple(
            (name, takes)
            for name, takes, holds in (
                ("the need is stale", HALF, not needed),
                ("the offer is stale", HALF, not offered),
                ("the same organisation", HALF, self._work_together(need.contact, offer.contact)),
                ("lives elsewhere", ELSEWHERE, self._lives_elsewhere(need, offer)),
            )
            if holds
        )
        score = fit.score
        for _, takes in cuts:
            score += score * takes
        return Suggestion(need, offer, score, fit, cuts)

    def freshness(self, said: Said) -> bool | None:
        """Whether it was told not long ago; None where it has expired."""
        if not said.learnt:
            return True
        stale, over = said.learnt + self._fresh_days, said.learnt + 2 * self._fresh_days
        self.until = min([self.until, *(day for day in (stale, over) if day > self._day)])
        return None if self._day >= over else self._day < stale

    def _is_out(self, contact: str) -> bool:
        known = self._contacts.get(contact)
        return known is None or known.circle == "never" or self._pairs.is_busy(contact)

    def _work_together(self, one: str, other: str) -> bool:
        mine, theirs = (fold(self._contacts[id_].organisation).strip() for id_ in (one, other))
        return bool(mine) and mine == theirs

    def _lives_elsewhere(self, need: Said, offer: Said) -> bool:
        """Whether a need names a place, the offer none, and its owner lives in another."""
        wanted = self._phrase(need.text)
        place = self._contacts[offer.contact].place if wanted.places and not wanted.everywhere else ""
        if not place or self._phrase(offer.text).places or self._phrase(offer.text).everywhere:
            return False
        home = self._phrase(f"in {place}").places
        return bool(home) and not can_be_one(wanted.places, home)

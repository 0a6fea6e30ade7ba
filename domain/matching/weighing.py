"""What becomes of a fit between two people: how fresh it is, whether they may meet, and on which day that changes."""

from bisect import insort
from collections.abc import Mapping
from functools import lru_cache
from heapq import heapify, heappop, heappush
from itertools import islice
from typing import Final

from domain.matching.catalogue import NEAR, Catalogue
from domain.matching.fit import Fit
from domain.matching.offered import Offered
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
_STALE: Final = 1.0 + HALF
NEVER: Final = 10**7
"""A day that does not come."""

Cuts = tuple[tuple[str, float], ...]
"""What is taken off: why, and which part of what is left by then."""
_Found = tuple[float, int, Suggestion]
"""A suggestion by its points; where these are the same, by when it was found."""


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
        self._stale, self._over = day - fresh_days, day - 2 * fresh_days
        self.until = NEVER
        """The number of the first day on which something of what was weighed is different."""

    def best(self, need: Said, least: float) -> list[Suggestion]:
        """The best suggestions for a need, from so many points on, each with another person.

        What cannot be among them is not compared: the offers are gone through by the most points that they may have.
        """
        self.until = self._changes(need, self.until)
        left = self._left(need.learnt)
        if not left or self._is_out(need.contact):
            return []
        ranking = self._catalogue.ranking(need.text, need.told, least)
        stale, over = self._stale, self._over
        waiting: list[tuple[float, Offered, Fit | None, Cuts | None]] = [
            (-left * (bound if offer.newest > stale else bound * _STALE), offer, None, None)
            for offer, bound in ranking.bounds.items()
            if offer.newest > over
        ]
        heapify(waiting)
        found: list[_Found] = []
        while waiting:
            most, offer, fit, cuts = heappop(waiting)
            if len(found) == A_NEED and most >= found[-1][0] - NEAR:
                break
            if cuts is None and len(offer.people) == 1:
                cuts = self._cuts(need, next(iter(offer.people.values())))
                if cuts is None:
                    continue
                most = -_after(ranking.bounds[offer], cuts)
            elif fit is None:
                fit = self._catalogue.compare(ranking, offer)
                if fit is None or fit.score < least:
                    continue
                most = -left * self._left(offer.newest) * fit.score if cuts is None else -_after(fit.score, cuts)
            if (waiting and most > waiting[0][0]) or fit is None:
                heappush(waiting, (most, offer, fit, cuts))
            else:
                self._take(need, offer, fit, left, found)
        for _, _, one in found:
            self.until = self._changes(one.offer, self.until)
        return sorted([one for _, _, one in found], key=lambda one: (-round(one.score, 6), one.key))

    def _take(self, need: Said, offer: Offered, fit: Fit, left: float, found: list[_Found]) -> None:
        """Take those who have an offer in among the best found so far."""
        for said in islice(offer.holders, LOOKED_AT):
            most = fit.score * left * self._left(said.learnt)
            if not most or (len(found) == A_NEED and -most >= found[-1][0] - NEAR):
                break
            suggestion = self._suggestion(need, said, fit)
            if suggestion is None:
                continue
            same = next((one for one in found if one[2].offer.contact == said.contact), None)
            if same is not None:
                if same[2].score >= suggestion.score - NEAR:
                    continue
                found.remove(same)
            insort(found, (-suggestion.score, self._catalogue.work, suggestion))
            del found[A_NEED:]

    def suggestion(self, need: Said, offer: Said, fit: Fit) -> Suggestion | None:
        """The suggestion that a fit makes; None where the two may not be brought together today."""
        return None if self._is_out(need.contact) else self._suggestion(need, offer, fit)

    def _suggestion(self, need: Said, offer: Said, fit: Fit) -> Suggestion | None:
        cuts = self._cuts(need, offer)
        return None if cuts is None else Suggestion(need, offer, _after(fit.score, cuts), fit, cuts)

    def _cuts(self, need: Said, offer: Said) -> Cuts | None:
        """What is taken off between two people; None where they may not be brought together today."""
        self._catalogue.work += 1
        if self._is_out(offer.contact):
            return None
        free = self._pairs.rest(need.contact, offer.contact)
        if free is None:
            return None
        if free > self._day:
            self.until = min(self.until, free)
            return None
        needed, offered = self._left(need.learnt), self._left(offer.learnt)
        if not needed or not offered:
            return None
        cuts: list[tuple[str, float]] = []
        if needed < 1:
            cuts.append(("the need is stale", HALF))
        if offered < 1:
            cuts.append(("the offer is stale", HALF))
        if self._work_together(need.contact, offer.contact):
            cuts.append(("the same organisation", HALF))
        if self._lives_elsewhere(need, offer):
            cuts.append(("lives elsewhere", ELSEWHERE))
        return tuple(cuts)

    def freshness(self, said: Said) -> bool | None:
        """Whether it was told not long ago; None where it has expired."""
        left = self._left(said.learnt)
        return left == 1.0 if left else None

    def _left(self, learnt: int) -> float:
        """What is left of the points of what was learnt on a day."""
        if not learnt or learnt > self._stale:
            return 1.0
        return _STALE if learnt > self._over else 0.0

    def _changes(self, said: Said, until: int) -> int:
        """The day on which something is stale or expires next, or an earlier one."""
        if not said.learnt:
            return until
        stale, over = said.learnt + self._fresh_days, said.learnt + 2 * self._fresh_days
        return min([until, *(day for day in (stale, over) if day > self._day)])

    def _is_out(self, contact: str) -> bool:
        known = self._contacts.get(contact)
        return known is None or known.circle == "never" or self._pairs.is_busy(contact)

    def _work_together(self, one: str, other: str) -> bool:
        mine, theirs = self._contacts[one].organisation, self._contacts[other].organisation
        return bool(mine and theirs) and _firm(mine) == _firm(theirs) != ""

    def _lives_elsewhere(self, need: Said, offer: Said) -> bool:
        """Whether a need names a place, the offer none, and its owner lives in another."""
        wanted = self._phrase(need.text)
        if not wanted.places or wanted.everywhere:
            return False
        place, told = self._contacts[offer.contact].place, self._phrase(offer.text)
        if not place or told.places or told.everywhere:
            return False
        home = self._phrase(f"in {place}").places
        return bool(home) and not can_be_one(wanted.places, home)


def _after(points: float, cuts: Cuts) -> float:
    """What is left of points."""
    for _, takes in cuts:
        points += points * takes
    return points


@lru_cache(20_000)
def _firm(organisation: str) -> str:
    """An organisation as it is compared."""
    return fold(organisation).strip()

"""What two people have for each other, in their own phrases, also where they know each other or were introduced."""

from collections.abc import Iterator

from domain.book import Book
from domain.matching.catalogue import Catalogue
from domain.matching.phrase import Reader
from domain.matching.said import NEEDS, Said, needs_of, offers_of
from domain.matching.suggestion import Suggestion
from domain.words import iso


def for_each_other(a: str, b: str, book: Book, reader: Reader) -> Suggestion | None:
    """The best fit between what one of two people needs and the other has; None where nothing fits.

    However old the phrases are: whoever is being introduced is introduced for them.
    """
    if a == b or a not in book.contacts or b not in book.contacts:
        return None
    answers = [one for one in book.answers.values() if one.contact in (a, b)]
    needs = {who: needs_of([one for one in answers if one.contact == who], _ordinal) for who in (a, b)}
    offers = {
        who: offers_of(book.contacts[who], [one for one in answers if one.contact == who], _ordinal) for who in (a, b)
    }
    catalogue = Catalogue(reader)
    for who in (a, b):
        catalogue.add(needs[who], needs=True)
        catalogue.add(offers[who], needs=False)
    every = [*_fits(needs[a], offers[b], catalogue), *_fits(needs[b], offers[a], catalogue)]
    return max(every, key=lambda one: (one.score, one.need.learnt, one.offer.learnt), default=None)


def newest(contact: str, book: Book, *, needs: bool) -> Said | None:
    """What somebody last said they need, or have; None where they said nothing of it."""
    every = [one for one in book.answers.values() if one.contact == contact and (one.question in NEEDS) == needs]
    told = needs_of(every, _ordinal) if needs else offers_of(book.contacts[contact], every, _ordinal)
    return max(told, key=lambda one: (one.learnt, one.record), default=None)


def _fits(needs: tuple[Said, ...], offers: tuple[Said, ...], catalogue: Catalogue) -> Iterator[Suggestion]:
    for need in needs:
        asked = catalogue.need(need.text, need.told)
        for offer in offers:
            fit = catalogue.fit(asked, (offer.text, offer.told))
            if fit is not None:
                yield Suggestion(need, offer, fit.score, fit, ())


def _ordinal(text: str) -> int:
    day = iso(text)
    return day.toordinal() if day else 0

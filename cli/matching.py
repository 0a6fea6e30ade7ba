"""The matches of a book for the commands that print or count what is due."""

from collections.abc import Callable, Sequence

from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.moment import Moment


def finder(index: Index) -> Callable[[Moment], Sequence[Item]]:
    """What gives the matches of a day as items, all of them found before; what it takes is imported where it can find.

    The days are to be asked for in their order.
    """
    if not any(one.state == "open" and one.question != "offers" for one in index.book.answers.values()):
        return _none
    from domain.matching.matches import Matches

    matches = Matches(index.book, index.settings)

    def found(moment: Moment) -> Sequence[Item]:
        for _ in matches.prepare(moment):
            pass
        return matches.items(moment, [key for key in index.away(moment.day) if key.startswith("match:")])

    return found


def _none(_moment: Moment) -> Sequence[Item]:
    """Nobody has said what they need."""
    return ()

"""Finding what something that came in was waited for."""

from domain.capture.asking import telling
from domain.capture.drafts import Person, Settled
from domain.capture.reader import Reader
from domain.text import fold


def waiting_settled(reader: Reader, people: tuple[Person, ...], text: str, *, only_alike: bool) -> tuple[Settled, ...]:
    """The one thing waited for from each of the people that this closes: the most alike, then the earliest due."""
    known = [person for person in people if isinstance(person, str)]
    if not known:
        return ()
    words = telling(fold(text).split())
    settled: list[Settled] = []
    for person in known:
        waiting = [
            (-len(words & telling(fold(item.text).split())), item.due, item.id)
            for item in reader.book.follow_ups.values()
            if item.kind == "waiting" and item.state == "open" and person in item.people
        ]
        if waiting and (min(waiting)[0] < 0 or not only_alike):
            settled.append(Settled(what="waiting", person=person, follow_up=min(waiting)[2]))
    return tuple(settled)

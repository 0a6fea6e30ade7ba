"""People named one after the other, and people who are only spoken of."""

from domain.capture.clause import Clause
from domain.capture.drafts import Person
from domain.capture.lexicon import AUXILIARIES, JOINS, PRONOUN_OBJECTS, WAS
from domain.capture.reader import Reader
from domain.capture.verbs import verb_at


def leave_in_text(reader: Reader, clause: Clause, start: int) -> None:
    """Note whom the rest of the clause speaks of."""
    clause.owned.extend(
        mention for place in range(start, clause.end) if place not in clause.gone
        and (mention := clause.mention(place)) is not None
    )  # fmt: skip
    for mention in clause.owned:
        if mention.new:
            reader.somebody_new(mention)


def says_of(clause: Clause, place: int) -> bool:
    """Whether a verb begins here, so that the person before it is spoken of: *saw X got promoted*."""
    return clause.key(place) in AUXILIARIES | WAS or verb_at(clause.keys, place, "past") is not None


def listed(reader: Reader, clause: Clause, start: int) -> tuple[tuple[Person, ...], int]:
    """The people named one after the other from this word on, and the word after them."""
    people: list[Person] = []
    after = start
    while after < clause.end:
        mention = clause.mention(after)
        if mention is not None and not mention.owner:
            person = reader.person(mention)
            if person is not None and person not in people:
                people.append(person)
            after = mention.after
        elif clause.key(after) in PRONOUN_OBJECTS and reader.last is not None and not people:
            people.append(reader.last)
            after += 1
        elif clause.key(after) in JOINS and people and clause.mention(after + 1) is not None:
            after += 1
        else:
            break
    return tuple(people), after

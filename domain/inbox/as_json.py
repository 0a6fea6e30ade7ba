"""The inbox as plain values for scripts."""

from collections.abc import Iterable, Mapping

from domain.inbox.item import Item, Term
from domain.model import Contact

Plain = str | float | list[str] | list[dict[str, str | float]]
"""What JSON can say."""


def as_json(items: Iterable[Item], contacts: Mapping[str, Contact]) -> list[dict[str, Plain]]:
    """One object an item, in order; people by name, their ids beside them."""
    return [_one(item, contacts) for item in items]


def _one(item: Item, contacts: Mapping[str, Contact]) -> dict[str, Plain]:
    """One item."""
    names = [contacts[contact].name if contact in contacts else "" for contact in item.people]
    return {
        "key": item.key,
        "source": item.source,
        "contact": names[0] if names else "",
        "contact_id": item.people[0] if names else "",
        "people": names,
        "people_ids": list(item.people),
        "reason": item.reason,
        "when": item.when,
        "due": item.due,
        "score": round(item.score, 3),
        "terms": [_term(term) for term in item.terms],
    }


def _term(term: Term) -> dict[str, str | float]:
    """One addend of the score."""
    points = round(term.points, 3)
    return {"name": term.name, "term": term.term, "coefficient": term.coefficient, "points": points}

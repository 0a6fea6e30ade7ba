"""What the book remembers of itself: how often it was committed, and which deliveries it has filed."""

from typing import Any, Final

from store import spool
from store.migrations import FORMAT

REMEMBERED: Final = 1000
"""Deliveries that the book remembers to have filed; older ones are gone from the spool for good."""


def filed_in(meta: dict[str, Any]) -> list[str]:
    """The keys of the deliveries that the book remembers, in the order in which they were filed."""
    found = meta.get("filed", [])
    return [key for key in found if isinstance(key, str)] if isinstance(found, list) else []


def counted_meta(meta: dict[str, Any], filed: list[str], book: str) -> dict[str, Any]:
    """What the book says of itself after one more commit, which has filed these."""
    rev = meta.get("rev", 0)
    counted = {"app": "swell", **meta, "format": FORMAT, "rev": (rev if isinstance(rev, int) else 0) + 1}
    return {**counted, "filed": _remembered([*filed_in(meta), *filed], book)} if filed else counted


def _remembered(filed: list[str], book: str) -> list[str]:
    """What was filed, without those that are gone from the spool for good where there are too many."""
    if len(filed) <= REMEMBERED:
        return filed
    spool.settle(book)
    there = set(spool.waiting(book))
    recent = set(filed[-REMEMBERED // 2 :])
    return [key for key in filed if key in there or key in recent]

"""The marked rows of a list: one by one, a range that follows the cursor, or all."""

from collections.abc import Collection, Sequence


class Marks:
    """Which rows are marked, by their ids; a row that is gone loses its mark."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._from = ""
        """Where the range begins that follows the cursor; empty where there is none."""

    def __bool__(self) -> bool:
        return bool(self._ids or self._from)

    @property
    def follows(self) -> bool:
        """Whether a range follows the cursor."""
        return bool(self._from)

    def among(self, ids: Sequence[str], cursor: str) -> list[str]:
        """The marked of these rows, in their order; the cursor is where the range ends by now."""
        ranged = self._range(ids, cursor)
        return [id_ for id_ in ids if id_ in self._ids or id_ in ranged]

    def turn(self, id_: str) -> None:
        """Mark a row, or take its mark away."""
        self._ids ^= {id_}

    def turn_range(self, ids: Sequence[str], cursor: str) -> None:
        """Begin a range at the cursor, or end the one that follows it: its rows stay marked."""
        begins = not self._from and cursor in ids
        self._ids |= self._range(ids, cursor)
        self._from = cursor if begins else ""

    def turn_all(self, ids: Collection[str]) -> None:
        """Mark all of these, or none where all are marked."""
        self._ids = set() if self._ids.issuperset(ids) else set(ids)
        self._from = ""

    def keep(self, ids: Collection[str]) -> None:
        """Forget all other rows."""
        self._ids.intersection_update(ids)
        if self._from not in ids:
            self._from = ""

    def clear(self) -> None:
        """Mark none."""
        self._ids.clear()
        self._from = ""

    def _range(self, ids: Sequence[str], cursor: str) -> set[str]:
        """The rows from where the range begins to the cursor."""
        if self._from not in ids or cursor not in ids:
            return set()
        first, last = sorted((ids.index(self._from), ids.index(cursor)))
        return set(ids[first : last + 1])

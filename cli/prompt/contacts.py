"""The contacts of a book for who waits at a prompt: each is decoded when it is asked for, until all are known."""

from collections.abc import Iterable, Iterator
from typing import Any

from domain.model import Contact
from store.glimpse import Called, Glimpse


class ContactsAtFirst(dict[str, Contact]):
    """A table of contacts that looks whole from the beginning."""

    def __init__(self, glimpse: Glimpse) -> None:
        super().__init__()
        self._glimpse = glimpse
        self._ids: set[str] = set()

    def expect(self, people: Iterable[Called]) -> None:
        """From now on these are in the table."""
        self._ids.update(one.id for one in people)

    def __missing__(self, key: str) -> Contact:
        if key not in self._ids:
            raise KeyError(key)
        found: Contact = self._glimpse.record("contacts", key)
        self[key] = found
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def __iter__(self) -> Iterator[str]:
        self._fill()
        return super().__iter__()

    def __len__(self) -> int:
        return len(self._ids)

    def get(self, key: str, default: Any = None) -> Any:
        """The contact with that id, else the default."""
        return self[key] if key in self._ids else default

    def keys(self) -> Any:
        """All ids."""
        self._fill()
        return super().keys()

    def values(self) -> Any:
        """Everybody."""
        self._fill()
        return super().values()

    def items(self) -> Any:
        """Everybody, with the id."""
        self._fill()
        return super().items()

    def _fill(self) -> None:
        if super().__len__() < len(self._ids):
            self |= self._glimpse.table("contacts")

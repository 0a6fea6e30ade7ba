"""What the prompt knows of the book: what a line is understood to say, what it may go on with, and earlier lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from cli.prompt.contacts import ContactsAtFirst
from domain.book import Book
from domain.capture.chips import Chip, chips
from domain.capture.drafts import ContactDraft, Understood
from domain.capture.names import Names
from domain.capture.understanding import understand
from domain.errors import BookError
from domain.model import Contact
from domain.moment import Moment
from domain.settings import Settings
from store.glimpse import Glimpse

if TYPE_CHECKING:
    from cli.prompt.several import Listed, Several
    from domain.capture.completing import Offer
    from domain.capture.vocabulary import Named, Vocabulary

EARLIER: Final = 50
"""Lines that were kept earlier and can be taken again."""


class Shown(NamedTuple):
    """What is shown of a line."""

    chips: tuple[Chip, ...]
    unfiled: bool
    choices: bool
    """Whether a name in it may mean several people."""


NOTHING: Final = Shown((), unfiled=False, choices=False)


class Reading:
    """The book as it was when the prompt was opened, read no further than is needed."""

    def __init__(self, path: str, settings: Settings, moment: Callable[[], Moment], *, hide: bool) -> None:
        """With `hide` people are shown by their initials."""
        self.problem = ""
        """Why the book could not be read, or not written; empty where it can."""
        self._path = path
        self._settings = settings
        self._moment = moment
        self.hides = hide
        """Whether people are shown by their initials."""
        self._glimpse: Glimpse | None = None
        self._tables: dict[str, dict[str, Any]] = {}
        self._book = Book()
        self._shown_names = Names({})
        self._offered: dict[str, None] = {}
        """The names that were offered, so that they can be hidden."""
        self._several: Several | None = None

    def read_names(self) -> Iterator[None]:
        """Read who is called what, with a pause after each piece: it is all that most lines need."""
        try:
            self._glimpse = Glimpse(self._path)
            contacts = ContactsAtFirst(self._glimpse)
            names = HiddenNames(contacts) if self.hides else Names(contacts)
            for piece in self._glimpse.called():
                contacts.expect(piece)
                for called in piece:
                    names.add(cast("Contact", called))
                yield
        except BookError:
            self._read_whole()
            return
        self._tables["contacts"] = contacts
        self._book, self._shown_names = Book(self._table), names

    def read_rest(self) -> Iterator[None]:
        """Read all that is known of the people, and who did what with whom, with a pause after each piece.

        Until then a line is understood without it: nobody is guessed, whoever is meant is asked for.
        """
        if self._glimpse is None:
            return
        tables: dict[str, dict[str, Any]] = {"contacts": {}, "interactions": {}}
        try:
            for name, table in tables.items():
                for piece in self._glimpse.pieces(name):
                    table |= piece
                    yield
        except BookError:
            self._read_whole()
            return
        self._tables["contacts"] |= tables["contacts"]
        self._tables["interactions"] = tables["interactions"]
        self._forget()
        self._book = Book(self._table)
        yield

    def _table(self, name: str) -> dict[str, Any]:
        if name == "interactions":
            return self._tables.get(name, {})
        if name not in self._tables:
            assert self._glimpse is not None
            self._tables[name] = self._glimpse.table(name)
        return self._tables[name]

    def _take(self, book: Book) -> None:
        self._book = book
        self._shown_names = HiddenNames(book.contacts) if self.hides else Names(book.contacts)

    def _read_whole(self) -> None:
        """Read what the quick look could not: a book of another make, or what is left of a damaged one."""
        from store.reader import Reader

        self._glimpse = None
        self._forget()
        try:
            reader = Reader(self._path, salvaging=True)
            self._take(reader.book().load_all())
            self.problem = reader.read_only.partition("\n")[0]
        except BookError as error:
            self._take(Book())
            self.problem = str(error)

    def _forget(self) -> None:
        self._several = None
        for known in ("_vocabulary", "_names"):
            self.__dict__.pop(known, None)

    @cached_property
    def _vocabulary(self) -> "Vocabulary":
        from domain.capture.vocabulary import vocabulary_of

        found = vocabulary_of(self._book, self._names)
        if not self.hides:
            return found
        return found._replace(
            people=lambda query: self._noted(found.people(query)), begun=lambda words: self._noted(found.begun(words))
        )

    def _noted(self, people: "Sequence[Named]") -> "Sequence[Named]":
        self._offered.update(dict.fromkeys(one.name for one in people))
        return people

    @cached_property
    def _names(self) -> Names:
        """The names as they are written into a line."""
        return Names(self._book.contacts) if self.hides else self._shown_names

    def shown(self, line: str, before: Sequence[str] = ()) -> Shown:
        """What is shown of a line that comes after the lines of a list."""
        try:
            return self._shown(line, before)
        except BookError:  # a table that the quick look has not seen yet
            self._read_whole()
            return self._shown(line, before)

    def _shown(self, line: str, before: Sequence[str]) -> Shown:
        if before:
            return self._ahead.shown(line, before)
        return shown_of(self._understand(line, self._shown_names), hide=self.hides)

    def _understand(self, line: str, names: Names) -> Understood:
        return understand(line, self._book, self._moment(), settings=self._settings, names=names)

    @property
    def _ahead(self) -> "Several":
        if self._several is None:
            from cli.prompt.several import Several

            self._several = Several(self._book, self._moment(), self._settings, hide=self.hides)
        return self._several

    def listed(self, lines: Sequence[str]) -> "list[Listed]":
        """What each line of a list makes."""
        try:
            return self._ahead.listed(lines)
        except BookError:
            self._read_whole()
            return self._ahead.listed(lines)

    def offers(self, line: str, cursor: int) -> "Sequence[Offer]":
        """What can be taken at the cursor."""
        try:
            return self._offers(line, cursor)
        except BookError:
            self._read_whole()
            return self._offers(line, cursor)

    def _offers(self, line: str, cursor: int) -> "Sequence[Offer]":
        from domain.capture.completing import offers

        understood = self._understand(line, self._names)
        found = offers(line, cursor, understood, self._vocabulary)
        if not self.hides:
            return found
        names = {name for choice in understood.choices for name in choice.candidates} | set(self._offered)
        return [offer._replace(words=in_initials(offer.words, names)) for offer in found]

    def earlier(self) -> list[str]:
        """The lines that were kept last, the oldest first."""
        try:
            return self._glimpse.latest_lines(EARLIER) if self._glimpse is not None else []
        except BookError:
            return []


def shown_of(understood: Understood, *, hide: bool) -> Shown:
    """What is shown of a line that is understood."""
    seen = chips(understood)
    if hide:
        seen = tuple(Chip(chip.role, without_names(chip.text, understood)) for chip in seen)
    return Shown(seen, understood.unfiled is not None, bool(understood.choices))


class HiddenNames(Names):
    """Names that are found as they are and shown as initials."""

    def contact(self, contact: str) -> Contact:
        """The contact with that id, called by initials."""
        return in_short(super().contact(contact))


def in_short(contact: Contact) -> Contact:
    """Somebody called by initials."""
    return replace(contact, name=initials(contact.name))


def initials(name: str) -> str:
    """`A. L.` for Ana Lopez; what is in initials stays as it is."""
    return " ".join(f"{word[0]}." for word in name.split())


def without_names(text: str, understood: Understood) -> str:
    """The text with those in initials who are new, or were not hidden before."""
    new = (draft.person.name for draft in understood.made if isinstance(draft, ContactDraft))
    return in_initials(text, {*understood.people.values(), *new})


def in_initials(text: str, names: Iterable[str]) -> str:
    """The text with these names in initials."""
    for name in sorted(names, key=len, reverse=True):
        if name:
            text = text.replace(name, initials(name))
    return text

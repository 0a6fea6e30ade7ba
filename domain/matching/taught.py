"""What you teach about words, kept in the book: that they mean the same, or that nobody is to meet by one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from domain.book import Book, Put, Remove, Work
from domain.errors import BadInputError, NotFoundError
from domain.matching.phrase import Reader
from domain.matching.stems import Stems
from domain.matching.synonyms import Synonyms
from domain.matching.tokens import words_in
from domain.model import Taught
from domain.moment import Moment
from domain.settings import Settings
from domain.text import clean, listed

Ids = Callable[[], str]
"""Makes ids of new records."""


def same(book: Book, words: Sequence[str], moment: Moment, ids: Ids) -> Work[Taught]:
    """Teach that these words, or groups of words, mean the same; joins what they were taught to mean before.

    Raises BadInputError where they are not two.
    """
    told = {_plain(word): " ".join(word.split()) for word in words if _plain(word)}
    if len(told) < 2:
        raise BadInputError("Two words are wanted that mean the same, such as dev and developer.")
    joined = [one for one in book.taught.values() if one.kind == "same" and told.keys() & set(map(_plain, one.words))]
    every = {_plain(word): word for one in joined for word in one.words}
    every |= {key: word for key, word in told.items() if key not in every}
    if joined and len(every) == len({_plain(word) for word in joined[0].words}):
        raise BadInputError(f"That is known: {_listed(joined[0].words)} mean the same.")
    first = joined[0] if joined else Taught(id=ids(), kind="same", words=())
    made = replace(first, words=tuple(every.values()), on=moment.day)
    gone = tuple(Remove("taught", one.id) for one in joined[1:])
    return Work(f"the same: {_listed(told.values())}", (Put(made), *gone), made)


def never_by(book: Book, word: str, moment: Moment, ids: Ids) -> Work[Taught]:
    """Teach that nobody is to be brought together by this word; raises BadInputError."""
    if not _plain(word):
        raise BadInputError("Name a word by which nobody is to be brought together.")
    if any(one.kind == "never" and _plain(word) in map(_plain, one.words) for one in book.taught.values()):
        raise BadInputError(f"Nobody is brought together by “{clean(word)}” as it is.")
    made = Taught(id=ids(), kind="never", words=(" ".join(word.split()),), on=moment.day)
    return Work(f"never by “{clean(word)}”", (Put(made),), made)


def forget(book: Book, id_: str) -> Work[Taught]:
    """Take back what was taught; raises NotFoundError."""
    known = book.taught.get(id_)
    if known is None:
        raise NotFoundError("This is not taught any more.")
    return Work(f"untaught: {_listed(known.words)}", (Remove("taught", id_),), known)


def reader_of(settings: Settings, book: Book) -> Reader:
    """What takes texts apart by the settings and by what was taught in the book."""
    stems = _stems(settings.languages)
    taught = [one.words for one in book.taught.values() if one.kind == "same"]
    groups = [[words_in(phrase) for phrase in group] for group in (*settings.synonyms, *taught)]
    never = [word for one in book.taught.values() if one.kind == "never" for word in one.words]
    synonyms = Synonyms(groups, stems.root)
    return Reader(stems, synonyms, frozenset(_keys(never, stems, synonyms)))


def _keys(words: Iterable[str], stems: Stems, synonyms: Synonyms) -> Iterable[str]:
    """The keys of words, and of what they mean."""
    for word in words:
        roots = [stems.root(one) for one in words_in(word)]
        yield from roots
        yield from (meaning for at in range(len(roots)) if (meaning := synonyms.at(roots, at)[1]))


@lru_cache(4)
def _stems(languages: tuple[str, ...]) -> Stems:
    """The endings of these languages; words that were met once are kept."""
    return Stems(languages)


def _plain(word: str) -> str:
    return " ".join(words_in(word))


def _listed(words: Iterable[str]) -> str:
    return listed([clean(word) for word in words])

"""Short keys of items, for hands: a few letters made from the key, as many as it takes to tell what is due apart."""

from collections.abc import Iterable, Sequence
from typing import Final

from domain.errors import AmbiguousError, NotFoundError
from domain.inbox.lot import lot
from domain.text import clean

LETTERS: Final = "abcdefghjkmnpqrstuvwxyz023456789"
"""32 letters and digits, none of which is taken for another."""
FEWEST: Final = 4
_MOST: Final = 7
"""Letters that a number below 2**32 takes."""


def code(key: str) -> str:
    """Seven letters for a key, always the same."""
    number = lot(key)
    return "".join(LETTERS[number >> 5 * place & 31] for place in range(_MOST))


def short_keys(keys: Sequence[str]) -> dict[str, str]:
    """The shortest beginning of the code of each key that no other begins with; the key itself where there is none."""
    codes = sorted((code(key), key) for key in keys)
    found: dict[str, str] = {}
    for place, (letters, key) in enumerate(codes):
        beside = [codes[other][0] for other in (place - 1, place + 1) if 0 <= other < len(codes)]
        shared = max((_shared(letters, other) for other in beside), default=0)
        found[key] = key if shared == _MOST else letters[: max(FEWEST, shared + 1)]
    return found


def key_meant(words: str, keys: Iterable[str]) -> str:
    """The one of the keys that is meant: by itself, by a beginning of it that has its colon, or by its short key.

    Raises NotFoundError, or AmbiguousError where several begin so.
    """
    known = list(keys)
    if words in known:
        return words
    if ":" in words:
        found = [key for key in known if key.startswith(words)]
    else:
        found = [key for key in known if len(words) >= FEWEST and code(key).startswith(words.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousError(f"{len(found)} keys begin with “{clean(words)}”; write more of it.")
    raise NotFoundError(f"Nothing due has the key “{clean(words)}”; swell inbox --keys lists the keys.")


def _shared(one: str, other: str) -> int:
    """How many letters two codes begin with alike."""
    return next((place for place in range(_MOST) if one[place] != other[place]), _MOST)

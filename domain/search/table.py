"""The words of one field, each with the numbers of the people who have it."""

from bisect import bisect_left

_END = "\U0010ffff"


class WordTable:
    """Looks up who has a word that equals, begins with or contains some letters."""

    def __init__(self) -> None:
        self._people: dict[str, list[int]] = {}
        self._sorted: list[str] = []
        self._joined = ""
        self._settled = True

    def add(self, number: int, words: list[str]) -> None:
        """Say that this person has these words."""
        for word in words:
            people = self._people.get(word)
            if people is None:
                self._people[word] = [number]
                self._settled = False
            elif people[-1] != number:
                people.append(number)

    def remove(self, number: int, words: list[str]) -> None:
        """Take the person away from these words."""
        for word in set(words):
            people = [other for other in self._people.get(word, ()) if other != number]
            if people:
                self._people[word] = people
            elif self._people.pop(word, None) is not None:
                self._settled = False

    def equal(self, word: str) -> set[int]:
        """Who has exactly this word."""
        return set(self._people.get(word, ()))

    def beginning(self, letters: str) -> set[int]:
        """Who has a word that begins so."""
        self.settle()
        first = bisect_left(self._sorted, letters)
        last = bisect_left(self._sorted, letters + _END, first)
        return self._people_of(self._sorted[first:last])

    def containing(self, letters: str) -> set[int]:
        """Who has a word with these letters anywhere in it."""
        self.settle()
        joined = self._joined
        found: list[str] = []
        at = joined.find(letters)
        while at >= 0:
            start = joined.rfind("\n", 0, at) + 1
            end = joined.find("\n", at)
            found.append(joined[start:end])
            at = joined.find(letters, end)
        return self._people_of(found)

    def words(self) -> list[str]:
        """Every word, in order."""
        self.settle()
        return self._sorted

    def _people_of(self, words: list[str]) -> set[int]:
        return set().union(*[self._people[word] for word in words])

    def settle(self) -> None:
        """Put the words in order, where any came or went since; a search does it when it has to."""
        if self._settled:
            return
        self._sorted = sorted(self._people)
        self._joined = "\n".join(self._sorted) + "\n"
        self._settled = True

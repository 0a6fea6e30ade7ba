"""The lines that up and down go through: those kept earlier, the drafts of ended runs, and the new one."""


class Past:
    """Lines from the oldest to the new one, each as it stands by now."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._left: list[str] = []
        self._edited: dict[int, str] = {}
        """Lines as they were left with up or down, by how many come after them."""
        self._after = 0
        """How many lines come after the one in the field."""
        self._is_whole = False
        """Whether the lines that were kept earlier are known."""

    @property
    def drafts(self) -> list[str]:
        """The drafts of ended runs, as they were found."""
        return self._left

    def take_drafts(self, lines: list[str]) -> None:
        """Learn the drafts, the oldest first; the line in the field stays the same."""
        added = len(lines) - len(self._left)
        self._left = lines
        self._after += added if self._after else 0
        self._edited = {after + added if after else 0: text for after, text in self._edited.items()}

    @property
    def wants_kept(self) -> bool:
        """Whether the next step up needs the lines that were kept earlier."""
        return not self._is_whole and self._after >= len(self._left)

    def take_kept(self, lines: list[str]) -> None:
        """Learn the lines that were kept earlier, the oldest first."""
        self._kept, self._is_whole = lines, True

    def go(self, step: int, line: str) -> str | None:
        """The line above (-1) or below (1) the one in the field, which stands at `line`; None where there is none."""
        after = self._after - step
        if not 0 <= after <= len(self._kept) + len(self._left):
            return None
        self._edited[self._after] = line
        self._after = after
        return self._at(after)

    def standing(self, line: str) -> tuple[list[str], list[str]]:
        """The drafts as they stand by now, and what else was written and is not kept; `line` is in the field."""
        edited = {**self._edited, self._after: line}
        left = [edited.get(len(self._left) - place, draft) for place, draft in enumerate(self._left)]
        written = [
            text
            for after, text in sorted(edited.items(), reverse=True)
            if text.strip() and (not after or after > len(self._left)) and text != self._found(after)
        ]
        return left, written

    def let_go(self) -> None:
        """The line in the field is kept, and no draft any longer."""
        self._edited[self._after] = ""

    def _at(self, after: int) -> str:
        return self._edited.get(after, self._found(after))

    def _found(self, after: int) -> str:
        """A line as it was found."""
        return [*self._kept, *self._left, ""][-1 - after]

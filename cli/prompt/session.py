"""One use of the prompt: what is being written, and what each key makes of it."""

from cli.prompt.keys import PASTE, TEXT, Key
from cli.prompt.line import Line
from cli.prompt.past import Past

TYPE_CHECKING = False  # the module typing would take longer than all this
if TYPE_CHECKING:
    from cli.prompt.reading import Reading, Shown
    from domain.capture.completing import Completion, Offer

KEEP, LEAVE, INTERRUPT = "keep", "leave", "interrupt"
SUSPEND, EDIT, REDRAW = "suspend", "edit", "redraw"

UP, DOWN = ("up", "ctrl+p"), ("down", "ctrl+n")
TAKE = {"tab": 1, "shift+tab": -1}
WISHES = {"esc": LEAVE, "ctrl+c": INTERRUPT, "ctrl+z": SUSPEND, "ctrl+g": EDIT, "ctrl+l": REDRAW}


class Session:
    """The line, the list above it where there is one, and what is known of the book by now."""

    def __init__(self, text: str, *, many: bool) -> None:
        self.line = Line(text)
        self.many = many
        """Whether enter goes on with another line."""
        self.listed: list[str] = []
        """The lines that wait to be kept together."""
        self.at: int | None = None
        """Which of them is in the field; None while a new line is."""
        self.past = Past()
        self.wish = ""
        """What is to be done outside the session, such as to keep the lines; empty while there is nothing."""
        self.shown: Shown | None = None
        """What was understood of the line when it was last read."""
        self.wrong = ""
        """Why the last key did nothing; empty where it did what it should."""
        self.changed = bool(text)
        """Whether anything was written since this was last set to False."""
        self._new = ""
        """The new line, while one of the list is in the field."""
        self._reading: Reading | None = None
        self._completion: Completion | None = None

    @property
    def reading(self) -> "Reading | None":
        """What is known of the book; None before it is read."""
        return self._reading

    def begin_to_read(self, reading: "Reading") -> None:
        """From now on it is known what the line says."""
        self._reading = reading

    @property
    def offers(self) -> "tuple[Offer, ...]":
        """What may be taken, while that is gone through."""
        return self._completion.open if self._completion is not None else ()

    @property
    def offered(self) -> int:
        """Which of the offers the line shows; -1 for none of them."""
        return self._completion.at if self._completion is not None else -1

    @property
    def is_list(self) -> bool:
        """Whether several lines are kept together."""
        return self.many or bool(self.listed)

    def take(self, key: Key) -> None:
        """Do what a key does."""
        kind, which = key
        self.wrong = ""
        before = self.line.text
        if kind == TEXT:
            self.line.insert(which)
        elif kind == PASTE:
            self._paste(which)
        else:
            self._press(which)
        if self.line.text != before:
            self.changed = True
            if which not in TAKE and which not in (*UP, *DOWN):
                self._close_offers()

    def read(self) -> None:
        """Understand the line, unless it is understood already."""
        if self._reading is None:
            return
        before = self.listed if self.at is None else self.listed[: self.at]
        self.shown = self._reading.shown(self.line.text, before) if self.line.text.strip() else None

    def lines(self) -> list[str]:
        """What is kept."""
        return [line for line in self.listed if line.strip()] if self.listed else [self.line.text]

    def captures(self) -> int:
        """How many lines of the list something is kept of."""
        if self._reading is None:
            return len(self.listed)
        return sum(one.captured for one in self._reading.listed(self.listed))

    def put_before(self, lines: list[str]) -> None:
        """Let lines come before those of the list."""
        self.listed[:0] = lines
        if self.at is not None:
            self.at += len(lines)
        self.changed = self.changed or bool(lines)

    def begun(self) -> tuple[list[str], list[str], list[str]]:
        """What is not kept: drafts of ended runs as they stand, the lines of the list, and what else was written."""
        line = self.line.text if self.at is None else self._new
        left, written = self.past.standing(line)
        listed = list(self.listed)
        if self.at is not None:
            listed[self.at] = self.line.text
        return left, [text for text in listed if text.strip()], written

    def let_go(self) -> None:
        """What was to be kept is kept."""
        if self.listed:
            self.listed = []
        else:
            self.past.let_go()
            self.line.write("")

    def write_edited(self, text: str) -> None:
        """Go on with what came back from an editor, as if it were pasted in the place of the line."""
        self.line.write("")
        self._paste(text)
        self.changed = True

    def take_rest(self, pasted: str) -> None:
        """Take what has come of a paste that does not end."""
        if pasted:
            self._paste(pasted)

    def _press(self, key: str) -> None:
        if key in WISHES:
            self.wish = WISHES[key]
        elif key == "enter":
            self._enter()
        elif key in TAKE:
            self._complete(TAKE[key])
        elif key in UP or key in DOWN:
            step = -1 if key in UP else 1
            if self.offers:
                self._complete(step)
            else:
                self._go(step)
        elif key == "ctrl+t":
            self._toggle()
        elif key == "ctrl+d" and not self.line.text:
            self.wish = LEAVE
        else:
            self.line.press(key)

    def _enter(self) -> None:
        self._close_offers()
        blank = not self.line.text.strip()
        if self.at is not None:
            self._put_back()
        elif not self.is_list or (blank and self.listed):
            self.wish = LEAVE if blank and not self.listed else KEEP
        elif blank:
            self.wish = LEAVE
        else:
            self.listed.append(self.line.text)
            self.line.write("")

    def _put_back(self) -> None:
        """Let the line in the field take its place in the list again; an empty one leaves it."""
        assert self.at is not None
        self.listed[self.at : self.at + 1] = [self.line.text] if self.line.text.strip() else []
        self.at = None
        self.line.write(self._new)
        self.changed = True

    def _go(self, step: int) -> None:
        if self.listed:
            self._go_in_list(step)
            return
        if step < 0 and self.past.wants_kept and self._reading is not None:
            self.past.take_kept(self._reading.earlier())
        line = self.past.go(step, self.line.text)
        if line is not None:
            self.line.write(line)

    def _go_in_list(self, step: int) -> None:
        place = (len(self.listed) if self.at is None else self.at) + step
        if not 0 <= place <= len(self.listed) or (place == len(self.listed) and self.at is None):
            return
        if self.at is None:
            self._new = self.line.text
        else:
            self.listed[self.at] = self.line.text
        self.at = place if place < len(self.listed) else None
        self.line.write(self.listed[place] if self.at is not None else self._new)

    def _complete(self, step: int) -> None:
        if self._reading is None:
            return
        if self._completion is None:
            from domain.capture.completing import Completion

            self._completion = Completion(self._reading.offers)
        taken = self._completion.step(self.line.text, self.line.cursor, step)
        if taken is not None:
            self.line.write(*taken)

    def _close_offers(self) -> None:
        if self._completion is not None:
            self._completion.close()

    def _toggle(self) -> None:
        from domain.capture.escaping import toggled

        self.line.write(*toggled(self.line.text, self.line.cursor))

    def _paste(self, text: str) -> None:
        from domain.capture.many import lines_of

        lines = lines_of(text)
        if len(lines) < 2:
            blank = not self.line.text.strip()
            self.line.insert(lines[0] if blank and lines else " ".join(text.strip("\r\n").splitlines()))
            return
        cursor, line = self.line.cursor, self.line.text
        lines[0], lines[-1] = line[:cursor] + lines[0], lines[-1] + line[cursor:]
        place = len(self.listed) if self.at is None else self.at
        self.listed[place : place + (self.at is not None)] = lines
        self.at = None
        self.line.write(self._new)
        self.changed = True

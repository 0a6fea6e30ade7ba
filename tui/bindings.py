"""Every command that more than one screen knows, declared once: key, words, help; the one key map."""

from typing import Final

from textual.binding import Binding

PLACES: Final = ("Today", "People", "Intros", "Ledger", "Momentum")
"""The places in the order of their digits, as the top line names them."""

PLACE_NAMES: Final = ("today", "people", "introductions", "ledger", "momentum")
"""The names under which the places are installed."""

GO: Final = tuple(
    Binding(str(at), f"go('{name}')", label, show=False, id=f"go.{name}", tooltip=f"Go to {label}")
    for at, (name, label) in enumerate(zip(PLACE_NAMES, PLACES, strict=True), 1)
)


def command(
    key: str, action: str, words: str, tooltip: str, *, name: str = "", show: bool = True, shown_as: str | None = None
) -> Binding:
    """A command under an id of its own: the action's name unless said."""
    return Binding(key, action, words, show=show, id=name or action, tooltip=tooltip, key_display=shown_as)


CAPTURE: Final = command("c", "capture", "capture", "Write one line: what happened, what is to do")
SEARCH: Final = command("slash", "search", "search", "Search people from anywhere", show=False, shown_as="/")
KEYS: Final = command("question_mark", "keys", "keys", "Show every key that works", shown_as="?")
PALETTE: Final = command(
    "colon,ctrl+p", "command_palette", "commands", "Find a command by its name", name="palette", show=False
)
UNDO: Final = command("u", "undo", "undo", "Take back the last step made here", show=False)
REDO: Final = command("ctrl+r", "redo", "redo", "Make the step last taken back again", show=False)
STEPS: Final = command("U", "steps", "steps", "Show the undo history", show=False)
QUIT: Final = command("q", "leave", "quit", "Quit from a place, go back from a page", show=False)
STAY: Final = command(
    "ctrl+c,ctrl+q", "stay", "how to quit", "Says how to quit; a line that is written is safe", show=False
)
BACK: Final = command("escape", "back", "back", "Go back; never quits", show=False)
PAGE_BACK: Final = command("escape,h,left", "app.back", "back", "Go back to where you came from", name="page.back")
IMPORT: Final = command("I", "bring_in", "import", "Bring people in from a file", show=False)
SAMPLE: Final = command("D", "sample", "sample", "Look round a sample book, while your own is empty")
SUSPEND: Final = command("ctrl+z", "suspend_process", "suspend", "Suspend the app; fg brings it back", show=False)
REDRAW: Final = command("ctrl+l", "redraw", "redraw", "Draw the screen anew", show=False)

EVERYWHERE: Final = (
    *GO,
    CAPTURE,
    SEARCH,
    KEYS,
    PALETTE,
    UNDO,
    REDO,
    STEPS,
    QUIT,
    STAY,
    BACK,
    IMPORT,
    SAMPLE,
    SUSPEND,
    REDRAW,
)

DONE: Final = command("d", "done", "done", "Done: what was it? A line is offered")
LOG: Final = command("d", "done", "log", "Log something that happened with this person", name="log")
LATER: Final = command("s", "later", "later", "Put it away until a day that you type")
TOMORROW: Final = command("S", "tomorrow", "tomorrow", "Put it away until tomorrow", show=False)
THOUGHT_OF: Final = command("b", "thought_of", "thought of", "You thought of them: no points, a new turn")
DROP: Final = command("x", "drop", "drop", "Drop it: no more of it for this reason")
ANSWER: Final = command("a", "answer", "answer", "Write what they told you; tab: which question")
NOTE: Final = command("n", "note", "note", "Write a note about this person", show=False)
FOLLOW_UP: Final = command("f", "follow_up", "follow-up", "Set something to do with this person", show=False)
EDIT: Final = command("e", "edit", "edit", "Change what the book says about them", show=False)
CIRCLE: Final = command("o", "circle", "circle", "How close they are, by one digit")
TAG: Final = command("t", "tag", "tag", "Put a tag on this person", show=False)
COPY: Final = command("y", "copy", "copy", "Copy e-mail or phone through the terminal", show=False)
WHY: Final = command("w", "why", "why", "Why this is here, and why in this order", show=False)
MORE: Final = command("plus", "more", "five more", "Bring the next five", show=False, shown_as="+")

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
CAPTURE_MANY: Final = command("C", "capture_many", "capture many", "Write many lines and keep them at once", show=False)
NEED: Final = command("N", "need", "I need", "Write something that you need, and see who could help", show=False)
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
HELP_OTHER: Final = command(
    "tab,shift+tab", "other", "turn over", "Turn from the keys to what a captured line may say, and back",
    name="help.other",
)  # fmt: skip
PAGE_BACK: Final = command("escape,h,left", "app.back", "back", "Go back to where you came from", name="page.back")
IMPORT: Final = command("I", "bring_in", "import", "Bring people in from a file", show=False)
SORT: Final = command(
    "O", "sort_people", "sort people", "Put people into circles, twenty at a time, one key each", show=False
)
SAMPLE: Final = command("D", "sample", "sample", "Look round a sample book, while your own is empty")
SUSPEND: Final = command("ctrl+z", "suspend_process", "suspend", "Suspend the app; fg brings it back", show=False)
REDRAW: Final = command("ctrl+l", "redraw", "redraw", "Draw the screen anew", show=False)

EVERYWHERE: Final = (
    *GO,
    CAPTURE,
    CAPTURE_MANY,
    NEED,
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
    SORT,
    SAMPLE,
    SUSPEND,
    REDRAW,
)

DONE: Final = command("d", "done", "done", "Done: what was it? A line is offered")
LOG: Final = command("d", "done", "log", "Log something that happened with this person", name="log")
LATER: Final = command("s", "later", "later", "Put it away until a day that you type")
TOMORROW: Final = command("S", "tomorrow", "tomorrow", "Put it away until tomorrow", show=False)
THOUGHT_OF: Final = command("b", "thought_of", "thought of", "You thought of them: no points, a new turn")
INTRODUCE: Final = command("i", "introduce", "introduce", "Take the match up, or bring them together with somebody")
REVIEW: Final = command(
    "r", "app.review", "review", "One item at a time, with all there is to know about it", name="review", show=False
)
WEEK: Final = command(
    "R", "app.week", "the week", "The week: what went out, what came back, who waits, what to ask",
    name="week", show=False,
)  # fmt: skip
TREE: Final = command("T", "tree", "tree", "Who and what this led to, and what led here", show=False)
DROP: Final = command("x", "drop", "drop", "Drop it: no more of it for this reason")
EDIT_ENTRY: Final = command("e", "edit", "edit", "Change this entry, written out as a line")
DELETE_ENTRY: Final = command("x", "drop", "delete", "Delete this entry; u brings it back")
ANSWER: Final = command("a", "answer", "answer", "Write what they told you; tab: which question")
NOTE: Final = command("n", "note", "note", "Write a note about this person; whom you wait for: nudged", show=False)
FOLLOW_UP: Final = command("f", "follow_up", "follow-up", "Set something to do with this person", show=False)
EDIT: Final = command("e", "edit", "edit", "Change what is agreed, or what the book says about them", show=False)
CIRCLE: Final = command("o", "circle", "circle", "How close they are, by one digit")
TAG: Final = command("t", "tag", "tag", "Put a tag on this person", show=False)
COPY: Final = command("y", "copy", "copy", "Copy e-mail or phone through the terminal", show=False)
WHY: Final = command("w", "why", "why", "Why this is here, and why in this order", show=False)
MORE: Final = command("plus", "more", "five more", "Bring the next five", show=False, shown_as="+")
FEWER: Final = command("minus", "fewer", "five fewer", "Let the five brought last wait again", show=False, shown_as="-")
AGAIN: Final = command("full_stop", "again", "again", "Do to this what was done last", show=False, shown_as=".")
MARK: Final = command("space", "mark", "mark", "Mark this and move on; the next key is for all marked", show=False)
MARK_RANGE: Final = command("v", "mark_range", "mark a range", "Mark all from here to where you move", show=False)
MARK_ALL: Final = command("asterisk", "mark_all", "mark all", "Mark all, or none", show=False, shown_as="*")
UNMARK: Final = command("escape", "unmark", "clear", "Take the marks away, then show every source again", show=False)
NARROW: Final = command("F", "narrow", "narrow", "Show only what comes from one source", show=False)
MINUTES: Final = command("m", "minutes", "I have minutes", "What you could give in 5, 15 or 30 minutes", show=False)
SPREAD: Final = command("W", "spread", "spread", "After days away: spread what has piled up over the coming weeks")
SET_RHYTHM: Final = command("e", "edit", "rhythm", "Try another aim, mode, full or weight; set a pause")
DROP_OFFER: Final = command("x", "drop_offer", "drop", "Drop the offer to raise full", name="drop", show=False)
COPY_SENTENCE: Final = command("y", "copy", "copy", "Copy this answer in a sentence", show=False)
COPY_SENTENCES: Final = command("Y", "copy_all", "copy all", "Copy all answers", show=False)
NEXT_STEP: Final = command("d", "next_step", "next step", "Take the next step: asked, said yes, made, how it went")
TAKE_UP: Final = command("i", "introduce", "take up", "Take these two up, to be asked one after the other")
NOT_THESE: Final = command("x", "drop", "not these", "Suggest these two no more, or decline what is under way")
DECLINE: Final = command("x", "decline", "decline", "One of them, or you, said no: decline it", name="drop")
NEVER_BY: Final = command("X", "never_by", "never by", "Bring nobody together by a word in common", show=False)
SAME: Final = command("equals_sign", "same", "same words", "Say which words mean the same", show=False, shown_as="=")
COPY_WORDS: Final = command("y", "copy", "copy words", "Copy the text to send next through the terminal")
COPY_ALL_WORDS: Final = command("Y", "copy_all", "copy all", "Copy both questions and the message", show=False)
EDIT_WORDS: Final = command("e", "edit", "change words", "Change the text to send next, for these two", show=False)
WORDS_ELSEWHERE: Final = command("E", "elsewhere", "in editor", "Write the text to send in your $EDITOR", show=False)
MAIL: Final = command(
    "at", "mail", "open mail", "Open the text in your mail program; nothing is sent", show=False, shown_as="@"
)
WHY_MATCH: Final = command("w", "why", "why", "The sum of why these two are suggested", show=False)

"""`swell undo`: takes back the last step of the book, whoever made it, and says what it was."""

from cli.context import Context
from cli.output import say, say_json, say_row
from cli.usage import CommandParser
from domain.ports import Step


def run(context: Context, words: list[str]) -> int:
    """Take the last step back, or with --redo make it again."""
    parser = CommandParser("undo", "Take the last step back; --redo makes it again, --list shows the history.")
    parser.add_argument("--redo", action="store_true", help="make the step last taken back again")
    parser.add_argument("--list", action="store_true", help="show the steps, newest first, and change nothing")
    options = parser.parse_args(words)
    if options.list:
        return _list(context, as_json=options.json)
    step = context.repository.redo(anywhere=True) if options.redo else context.repository.undo(anywhere=True)
    if options.json:
        say_json({"ok": True, "step": step.label, "at": step.at, "origin": step.origin, "records": step.size})
    else:
        say(f"{'Made again' if options.redo else 'Taken back'}: {step.label}  ({step.origin}, {_when(step)})")
    return 0


def _list(context: Context, *, as_json: bool) -> int:
    steps = context.repository.steps()
    if as_json:
        say_json([{"at": one.at, "step": one.label, "origin": one.origin, "undone": one.undone} for one in steps])
        return 0
    for one in steps:
        say_row((_when(one), 16), rest=f"{'undone: ' if one.undone else ''}{one.label}  ({one.origin})")
    if not steps:
        say("Nothing has been done yet.")
    return 0


def _when(step: Step) -> str:
    return step.at[:16].replace("T", " ")

"""The way in: finds the command and turns errors into exit statuses."""

import gc
import os
import sys

from cli.streams import drop_output, prepare_streams
from cli.words import UsageError
from domain.errors import SwellError

VERSION = "0.1.0"
VERSION_OPTIONS = ("--version", "-V")

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

COMMANDS = {
    "add": "capture one line, or each line of standard input (-)",
    "capture": "a prompt for a hotkey: one line, understood as it is typed",
    "review": "the app, straight at what is due: one item at a time",
    "inbox": "what is due, best first; --count for a prompt, --due for a mail",
    "done": "do what is due, by its key: the proposed line, or your own",
    "snooze": "put what is due away until a day: swell snooze KEY fri",
    "drop": "drop what is due, by its key",
    "find": "search people, answers and notes",
    "show": "one person",
    "log": "what went out and what came back, newest first",
    "intros": "who could be brought together, and what is under way",
    "ask": "who could help you with something, and who could lead there",
    "tree": "who led to whom and to what; --back: what led there",
    "week": "the week as Markdown: out, back, who waits, what to ask next",
    "momentum": "the gauge and its answers; --short for a status line",
    "import": "bring people in from LinkedIn, Google, Outlook or vCard files",
    "undo": "take the last step back",
    "backup": "keep the book as it is now; --list shows what is kept",
    "restore": "put a backup back; without a name, the list",
    "doctor": "examine the book and what lies about it; --repair mends",
    "merge": "make one book of two: copies of a synchroniser, or branches of git",
    "config": "each setting and where it comes from",
    "demo": "look round a sample book; nothing of it is kept",
}
"""Every command with what it does, in the order of the help; each is a module of its own."""

TOPICS = {"capture": "help", "momentum": "help_momentum"}
"""What `swell help` explains at length, with the module of each; `swell COMMAND --help` says how one is called."""

MODULES = {"import": "bring_in", "": "app"}
"""The module of a command, where it has another name; no command at all opens the app."""

UNFILED = ("add", "capture", "config", "doctor", "merge")
"""Commands that do not begin by filing the spool: two do that later, and git calls one in the middle of its work."""

WITHOUT_COUNT = ("config", "doctor", "merge")
"""Commands that leave the count of what is due to others: they change no book, or are called in the middle of work."""

USAGE = """usage: swell [--file BOOK] [COMMAND …]

Swell is a terminal companion for people who network by giving first.
Without a command it opens the app.

{commands}

  --file BOOK    use this book; else SWELL_FILE, else the one in the data folder
  --version      say which Swell this is
  --help         this text; swell COMMAND --help tells more
  help capture   what a captured line may say: verbs, marks, days, names
  help momentum  how the gauge works, with your own numbers

All reading commands take --json.
"""


def run(arguments: list[str]) -> int:
    """Carry out what the command line says and return the exit status."""
    prepare_streams()
    os.umask(0o077)  # whatever is made is yours alone; the modes of files that are there are kept
    try:
        status = _answer(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read us has gone
        drop_output()
        return FAILED
    except OSError as error:
        if error.filename is None:
            drop_output()
        _complain(f"{error.filename or 'the output'} could not be used ({error.strerror}); nothing more was done.")
        return FAILED
    return status


def divide(arguments: list[str]) -> tuple[str | None, str, list[str]]:
    """The book that was chosen, the command and its words; raises UsageError."""
    chosen: str | None = None
    rest = list(arguments)
    while rest and rest[0].split("=", 1)[0] == "--file":
        _, equals, value = rest.pop(0).partition("=")
        if not equals and rest:
            value = rest.pop(0)
        if not value:
            raise UsageError("--file wants the path of a book; swell --help tells more")
        chosen = value
    command, words = (rest[0], rest[1:]) if rest else ("", [])
    if command in ("--help", "-h"):
        command = "help"
    if command == "help" and words and words[0] in COMMANDS and words[0] not in TOPICS:
        return chosen, words[0], ["--help"]
    if command and command not in (*COMMANDS, "help", *VERSION_OPTIONS):
        thing = "option" if command.startswith("-") else "command"
        raise UsageError(f"there is no {thing} “{command}”; swell --help lists them")
    return chosen, command, words


def help_text() -> str:
    """What `swell --help` prints."""
    width = max(map(len, COMMANDS))
    return USAGE.format(commands="\n".join(f"  {name:<{width}}  {does}" for name, does in COMMANDS.items())).rstrip()


def _complain(line: str) -> None:
    from cli.output import complain  # a status line can do without

    complain(line)


def _answer(arguments: list[str]) -> int:
    try:
        return _carry_out(*divide(arguments))
    except UsageError as error:
        _complain(f"{error}.")
        return WRONG_USAGE
    except SwellError as error:
        _complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as left:  # argparse, after --help
        return left.code if isinstance(left.code, int) else FAILED


def _carry_out(chosen: str | None, command: str, words: list[str]) -> int:
    if command == "help" and not (words and words[0] in TOPICS):
        print(help_text())
        return DONE
    if command in VERSION_OPTIONS:
        print(f"swell {VERSION}")
        return DONE
    if command == "momentum" and "--short" in words:
        from cli.short import print_kept

        if print_kept(chosen, words):
            return DONE
    if command == "add" and "--later" in words:
        from cli.later import deliver_later

        delivered = deliver_later(chosen, words)
        if delivered is not None:
            return delivered
    gc.disable()  # a command makes much and frees nothing; the app turns it on again
    from importlib import import_module

    from cli.context import Context

    context = Context(chosen, origin=f"swell {command}".strip())
    if command == "help":
        explained: int = import_module(f"cli.{TOPICS[words[0]]}").run(context, words[1:])
        return explained
    try:
        if command not in UNFILED:
            context.file_waiting()
        status: int = import_module(f"cli.{MODULES.get(command, command)}").run(context, words)
    finally:
        if command:  # the app says it before it opens
            context.tell_problems()
    if command not in WITHOUT_COUNT and "--keep" not in words:
        from cli.refreshing import refresh_if_needed

        refresh_if_needed(context.path, context.environment)
    return status

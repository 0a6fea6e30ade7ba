"""The way in: finds the command and turns errors into exit statuses."""

import gc
import os
import sys

VERSION = "0.1.0"

FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130

COMMANDS = {
    "add": "capture one line, or each line of standard input (-)",
    "inbox": "what is due, best first",
    "find": "search people, answers and notes",
    "show": "one person",
    "log": "what went out and what came back, newest first",
    "momentum": "the gauge and its answers; --short for a status line",
    "import": "bring people in from LinkedIn, Google, Outlook or vCard files",
    "undo": "take the last step back",
    "config": "each setting and where it comes from",
    "demo": "look round a sample book; nothing of it is kept",
}
"""Every command with what it does, in the order of the help; each is a module of its own."""

MODULES = {"import": "bring_in", "": "app"}
"""The module of a command, where it has another name; no command at all opens the app."""

USAGE = """usage: swell [--file BOOK] [COMMAND …]

Swell is a terminal companion for people who network by giving first.
Without a command it opens the app.

{commands}

  --file BOOK   use this book (else SWELL_FILE, else the one in your data folder)
  --version     say which Swell this is
  --help        this text; swell COMMAND --help tells more

All reading commands take --json.
"""


def run(arguments: list[str]) -> int:
    """Carry out what the command line says and return the exit status."""
    try:
        chosen, command, words = divide(arguments)
    except ValueError as error:
        print(f"swell: {error}", file=sys.stderr)
        return WRONG_USAGE
    if command in ("help", "--help", "-h"):
        print(help_text())
        return 0
    if command in ("--version", "-V"):
        print(f"swell {VERSION}")
        return 0
    if command and command not in COMMANDS:
        print(f"swell: there is no command “{command}”; swell --help lists them.", file=sys.stderr)
        return WRONG_USAGE
    if command == "momentum" and "--short" in words:
        from cli.short import print_kept

        if print_kept(chosen, words):
            return 0
    gc.disable()  # a command makes much and frees nothing; the app turns it on again
    return _guarded(chosen, command, words)


def divide(arguments: list[str]) -> tuple[str | None, str, list[str]]:
    """The book that was chosen, the command and its words; raises ValueError with what is wrong."""
    chosen: str | None = None
    rest = list(arguments)
    while rest and rest[0].startswith("--file"):
        option, equals, value = rest.pop(0).partition("=")
        if option != "--file":
            raise ValueError(f"there is no option {option}; swell --help lists them.")
        if not equals:
            if not rest:
                raise ValueError("--file wants the path of a book.")
            value = rest.pop(0)
        chosen = value
    return chosen, rest[0] if rest else "", rest[1:]


def help_text() -> str:
    """What `swell --help` prints."""
    width = max(map(len, COMMANDS))
    return USAGE.format(commands="\n".join(f"  {name:<{width}}  {does}" for name, does in COMMANDS.items())).rstrip()


def _guarded(chosen: str | None, command: str, words: list[str]) -> int:
    from domain.errors import SwellError

    try:
        return _carry_out(chosen, command, words)
    except SwellError as error:
        from cli.output import complain

        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has gone
        return FAILED


def _carry_out(chosen: str | None, command: str, words: list[str]) -> int:
    from importlib import import_module

    from cli.context import Context

    module = import_module(f"cli.{MODULES.get(command, command)}")
    status: int = module.run(Context(chosen, origin=f"swell {command}".strip()), words)
    sys.stdout.flush()
    return status

"""The parser of a command's words."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import NoReturn

from cli.words import UsageError


class CommandParser(ArgumentParser):
    """The options of one command, with `--json` among them; raises UsageError."""

    def __init__(self, command: str, does: str) -> None:
        super().__init__(prog=f"swell {command}", description=does, allow_abbrev=False)
        self.add_argument("--json", action="store_true", help="print JSON")

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with what is wrong and where to read on."""
        raise UsageError(f"{message}; {self.prog} --help tells more")


def count(word: str) -> int:
    """A whole number from 1 on; raises ArgumentTypeError."""
    if not (word.isascii() and word.isdecimal() and len(word) < 10 and int(word)):
        raise ArgumentTypeError(f"“{word}” is no number from 1 on")
    return int(word)

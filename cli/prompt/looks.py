"""The signs that the prompt draws with, in Unicode and in plain ASCII, and the colours of the terminal it uses."""

from collections.abc import Mapping

PLAIN = ""
COLOURS = {"accent": "36", "muted": "2", "late": "33", "strong": "1", "chosen": "1;36"}
"""What each role is on a terminal, whose own sixteen colours suit its ground."""
NO_COLOURS = {"accent": "1", "muted": "2", "late": "1", "strong": "1", "chosen": "1;7"}
CHIP_ROLES = {
    "person": "strong",
    "new person": "accent",
    "choice": "late",
    "warning": "late",
    "unfiled": "late",
    "hint": "muted",
}
"""The look of each kind of chip, where it is not plain."""


class Looks:
    """How this terminal is drawn on."""

    def __init__(self, *, ascii_signs: bool, only_ascii: bool, colours: dict[str, str]) -> None:
        """With `only_ascii` what was typed is shown in ASCII too, not only the signs of ours."""
        self.only_ascii = only_ascii
        self.colours = colours
        self.take(ascii_signs)

    def take(self, ascii_signs: bool) -> None:
        """Draw with these signs from now on; where nothing else can be written they stay ASCII."""
        self.ascii = ascii_signs or self.only_ascii
        self.prompt, self.dot, self.more, self.up, self.here = (
            (">", "-", "...", "up", ">") if self.ascii else ("›", "·", "…", "↑", "▸")
        )

    def own(self, text: str) -> str:
        """Words of ours with signs that may be drawn."""
        if text.isascii() or not self.ascii:
            return text
        from tui.glyphs import ASCII

        return ASCII.own(text)

    def writable(self, text: str) -> str:
        """The text as it can be written outside the rows, where each letter takes what it takes."""
        return self.own(text).encode("ascii", "replace").decode() if self.only_ascii else text


def looks(environment: Mapping[str, str], settings: str) -> Looks:
    """How to draw on the terminal of this environment; `settings` is the path of the settings."""
    only_ascii = not speaks_unicode(environment)
    colours = NO_COLOURS if environment.get("NO_COLOR") else COLOURS
    return Looks(ascii_signs=only_ascii or _may_ask_for_ascii(settings), only_ascii=only_ascii, colours=colours)


def speaks_unicode(environment: Mapping[str, str]) -> bool:
    """Whether the locale has more than ASCII. Python itself sets LC_CTYPE where it finds the locale C."""
    kind = environment.get("LC_CTYPE", "")
    said = environment.get("LC_ALL") or (kind if kind != "C.UTF-8" else "") or environment.get("LANG") or kind
    return not said or "utf8" in said.lower().replace("-", "")


def _may_ask_for_ascii(settings: str) -> bool:
    """Whether the settings speak of ASCII; they are not read before something is drawn."""
    try:
        with open(settings, "rb") as file:
            return b"ascii" in file.read()
    except OSError:
        return False

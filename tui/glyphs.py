"""The characters that Swell draws with, in Unicode and in plain ASCII."""

from typing import Final, NamedTuple

from domain.momentum.brief import ARROWS, ASCII_ARROWS


class Glyphs(NamedTuple):
    """A set of characters to draw with."""

    bar: str
    """Stands before the row under the cursor."""
    rule: str
    dot: str
    """Between two things that are told side by side."""
    more: str
    """Where something was left out."""
    prompt: str
    mark: str
    """At the end of a marked row."""
    here: str
    """Before the place that is open."""
    both: str
    """Between two people."""
    back: str
    left_end: str
    right_end: str
    full: str
    eighths: str
    """The seven parts of a gauge cell, smallest first."""
    pipe: str
    """A gauge cell of what is in the pipe."""
    empty: str
    aim: str
    pointer: str
    """Under a mark, pointing up at it."""
    bars: str
    """The eight heights of a bar, lowest first."""
    paused: str
    axis: str
    tick: str
    """Where a value meets the axis."""
    corner: str
    floor_tick: str
    done_step: str
    next_step: str
    braille: bool
    """Whether curves are drawn in dots, two by four a cell."""

    @property
    def trends(self) -> dict[str, str]:
        """The sign of each trend of the gauge, as a status line has it."""
        return ARROWS if self is UNICODE else ASCII_ARROWS

    def own(self, text: str) -> str:
        """Words of ours with their signs in this set; not for what users have written."""
        return text if self is UNICODE else text.translate(_TO_ASCII)

    def quoted(self, text: str) -> str:
        """Words of somebody else, untouched, between quotation marks of this set."""
        return self.own("“") + text + self.own("”")


UNICODE: Final = Glyphs(
    bar="▌",
    rule="─",
    dot="·",
    more="…",
    prompt="›",
    mark="●",
    here="▸",
    both="↔",
    back="←",
    left_end="▕",
    right_end="▏",
    full="█",
    eighths="▏▎▍▌▋▊▉",
    pipe="▒",
    empty=" ",
    aim="▏",
    pointer="▲",
    bars="▁▂▃▄▅▆▇█",
    paused="▒",
    axis="│",
    tick="┤",
    corner="└",
    floor_tick="╵",
    done_step="▰",
    next_step="▱",
    braille=True,
)

ASCII: Final = Glyphs(
    bar=">",
    rule="-",
    dot="-",
    more="...",
    prompt=">",
    mark="*",
    here=">",
    both="<>",
    back="<-",
    left_end="[",
    right_end="]",
    full="#",
    eighths="=======",
    pipe="+",
    empty=".",
    aim="|",
    pointer="^",
    bars="..::||##",
    paused=":",
    axis="|",
    tick="+",
    corner="+",
    floor_tick="'",
    done_step="#",
    next_step=".",
    braille=False,
)

_TO_ASCII: Final = str.maketrans(
    {
        "·": "-",
        "…": "...",
        "›": ">",
        "▸": ">",
        "↔": "<>",
        "→": "->",
        "←": "<-",
        "↗": "/",
        "↘": "\\",
        "↑": "up",
        "↓": "down",
        "–": "-",
        "—": "-",
        "×": "x",
        "−": "-",
        "τ": "t",
        "▰": "#",
        "▱": ".",
        "▲": "^",
        "▒": "+",
        "─": "-",
        "’": "'",
        "“": '"',
        "”": '"',
    }
)

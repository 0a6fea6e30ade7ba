"""How Swell looks: a dark theme of the sea, its light twin, and one of the terminal's own sixteen colours."""

from collections.abc import Mapping
from typing import Final

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tui.text import Role

SWELL: Final = Theme(
    name="swell",
    primary="#3f7fc4",
    secondary="#8fa5ba",
    accent="#5fd3b3",
    success="#5fd3b3",
    warning="#f2b45f",
    error="#f48d84",
    foreground="#d8e2ea",
    background="#0a1119",
    surface="#101a25",
    panel="#172432",
    dark=True,
    variables={
        "text-muted": "#8fa5ba",
        "text-disabled": "#8fa5ba",
        "border": "#5fd3b3",
        "border-blurred": "#31465a",
        "block-cursor-background": "#5fd3b3",
        "block-cursor-foreground": "#0a1119",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#5fd3b3",
        "input-cursor-foreground": "#0a1119",
        "input-selection-background": "#274a66",
        "footer-key-foreground": "#5fd3b3",
    },
)

SWELL_LIGHT: Final = Theme(
    name="swell-light",
    primary="#2b6cb0",
    secondary="#4d6275",
    accent="#08614f",
    success="#08614f",
    warning="#7c4a00",
    error="#a3262a",
    foreground="#15222d",
    background="#f5f8f8",
    surface="#e9eff0",
    panel="#dce6e8",
    dark=False,
    variables={
        "text-muted": "#4d6275",
        "text-disabled": "#4d6275",
        "border": "#08614f",
        "border-blurred": "#aebdc7",
        "block-cursor-background": "#08614f",
        "block-cursor-foreground": "#f5f8f8",
        "block-cursor-text-style": "none",
        "input-cursor-background": "#08614f",
        "input-cursor-foreground": "#f5f8f8",
        "input-selection-background": "#b9d8d8",
        "footer-key-foreground": "#08614f",
    },
)

SWELL_16: Final = Theme(
    name="swell-16",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_default",
    accent="ansi_cyan",
    success="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "border": "ansi_cyan",
        "border-blurred": "ansi_default",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_cyan",
        "block-cursor-text-style": "none",
    },
)

THEMES: Final[tuple[Theme, ...]] = (SWELL, SWELL_LIGHT, SWELL_16)
"""To be registered with the app."""


def fitting_theme(wanted: str, colour_system: str | None, no_colour: bool) -> str:
    """The wanted theme, or in its place the one of sixteen colours where the terminal has no more, or none are wished.

    `colour_system` is what the console calls its own: `standard`, `256`, `truecolor` or None.
    """
    if no_colour or colour_system in {None, "standard", "windows"}:
        return SWELL_16.name
    return wanted


def roles_of(variables: Mapping[str, str], *, ansi: bool, no_colour: bool) -> dict[Role, Style]:
    """How each role looks, from the variables of any theme; never by colour alone where there may be none."""
    text, ground = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    accent, late, deep = (Color.parse(variables[name]) for name in ("accent", "warning", "primary"))
    muted = Color.parse(variables["text-muted"])
    if muted.auto:
        muted = ground.blend(text, 0.7)
    rule = Color.parse(variables["border-blurred"])

    def look(colour: Color, style: str = "") -> Style:
        return Style(color=colour.rich_color) + Style.parse(style)

    def between(share: float) -> Color:
        if ansi:
            return deep if share < 0.5 else accent
        return deep.blend(accent, share)

    quiet = "dim" if ansi else ""
    loud = "bold" if no_colour else ""
    return {
        "text": look(text),
        "strong": look(text, "bold"),
        "muted": look(muted, quiet),
        "accent": look(accent, loud),
        "late": look(late, loud),
        "error": look(Color.parse(variables["error"]), "bold"),
        "done": look(muted, f"{quiet} strike"),
        "match": look(accent, "underline"),
        "rule": look(rule, quiet),
        "gauge1": look(between(0)),
        "gauge2": look(between(1 / 3)),
        "gauge3": look(between(2 / 3)),
        "gauge4": look(between(1)),
        "aimed": look(accent, "reverse"),
    }

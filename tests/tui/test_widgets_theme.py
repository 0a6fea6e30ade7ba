"""Our themes can be read, also with few colours and with none."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.text import ROLES
from tui.theme import SWELL, SWELL_16, SWELL_LIGHT, fitting_theme, roles_of


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of the WCAG."""

    def luminance(colour: Color) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.r / 255, colour.g / 255, colour.b / 255)
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [SWELL, SWELL_LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_text_stands_out_from_its_ground(theme: Theme, ground: str) -> None:
    variables = theme.to_color_system().generate()
    on = Color.parse(variables[ground])
    looks = roles_of(variables, ansi=False, no_colour=False)
    least = {
        "text": 7.0,
        "strong": 7.0,
        "muted": 4.5,
        "done": 4.5,
        "accent": 4.5,
        "late": 4.5,
        "error": 4.5,
        "match": 4.5,
    }
    for role, ratio in least.items():
        colour = looks[role].color  # type: ignore[index]
        assert colour is not None
        assert contrast(Color.from_rich_color(colour), on) >= ratio, (theme.name, role, ground)


@pytest.mark.parametrize("theme", [SWELL, SWELL_LIGHT], ids=lambda theme: theme.name)
def test_the_gauge_can_be_told_from_the_ground(theme: Theme) -> None:
    variables = theme.to_color_system().generate()
    looks = roles_of(variables, ansi=False, no_colour=False)
    for role in ("gauge1", "gauge2", "gauge3", "gauge4"):
        colour = looks[role].color
        assert colour is not None
        assert contrast(Color.from_rich_color(colour), Color.parse(variables["background"])) >= 3


def test_sixteen_colours_are_the_terminals_own() -> None:
    looks = roles_of(SWELL_16.to_color_system().generate(), ansi=True, no_colour=False)
    assert set(looks) == set(ROLES)
    assert all(
        look.color is not None and (look.color.is_default or look.color.is_system_defined) for look in looks.values()
    )


def test_without_colour_what_matters_still_looks_different() -> None:
    looks = roles_of(SWELL_16.to_color_system().generate(), ansi=True, no_colour=True)
    assert looks["late"].bold
    assert looks["accent"].bold
    assert looks["muted"].dim
    assert looks["done"].strike


@pytest.mark.parametrize(
    ("wanted", "colours", "no_colour", "theme"),
    [
        ("swell", "truecolor", False, "swell"),
        ("nord", "256", False, "nord"),
        ("swell", "standard", False, "swell-16"),
        ("swell", "truecolor", True, "swell-16"),
    ],
)
def test_the_theme_fits_the_terminal(wanted: str, colours: str, no_colour: bool, theme: str) -> None:
    assert fitting_theme(wanted, colours, no_colour) == theme

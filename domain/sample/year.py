"""The earlier part of the sample book: the sketches' own lines and small ones between them, given days and hours.

A busy year in a job, then a quiet quarter while a project took everything, then the weeks told one by one.
"""

from collections.abc import Iterator
from typing import Final

from domain.sample.between import MOMENTS, QUIET, SMALL
from domain.sample.chance import Chance
from domain.sample.people import PEOPLE
from domain.sample.sketch import Scene, Sketch

_FROM: Final = 540
"""Days ago on which it begins."""
_BUSY_UNTIL: Final = 178
"""Days ago on which the quiet months begin."""
_UNTIL: Final = 92
"""Days ago from which every scene is told by itself."""
_FADING: Final = 150
"""Days ago up to which people further out were heard of."""
_LEFT_BEHIND: Final = 200
"""Days ago up to which there was time for the colleagues of the old job."""
_WEEK: Final = 7
_SMALL_USED: Final = 2
"""Times that each small thing happens."""
_HOURS: Final = (8.2, 9.5, 10.3, 11.7, 12.4, 13.1, 15.2, 16.6, 17.8, 18.4, 19.3, 20.6)


def earlier(chance: Chance) -> list[Scene]:
    """Everything that happened before the last twelve weeks, oldest first."""
    scenes = [*_of_people(chance), *_small(chance), *_moments(chance)]
    return sorted(scenes, key=lambda scene: (-scene.ago, scene.hour))


def _of_people(chance: Chance) -> Iterator[Scene]:
    for sketch in PEOPLE:
        yield from _story(sketch, chance)


def _story(sketch: Sketch, chance: Chance) -> Iterator[Scene]:
    """The lines of one person in order, at about equal distances."""
    oldest = min(_FROM, sketch.met_ago - 1) if sketch.met_ago else _FROM
    newest = _FADING if sketch.circle == "wide" else min(_BUSY_UNTIL, oldest - _WEEK)
    if "fieldnote" in sketch.tags:
        newest = _LEFT_BEHIND
    newest = max(newest, _UNTIL)
    step = max(oldest - newest, 1) / max(len(sketch.before), 1)
    for number, line in enumerate(sketch.before):
        ago = round(oldest - step * number) - chance.below(max(int(step), 1))
        yield Scene(ago, _hour(chance), line, sketch.key)


def _small(chance: Chance) -> Iterator[Scene]:
    """Small things between you and those you are close to, in the busy year."""
    around = [each for each in PEOPLE if each.circle in ("inner", "close", "active") and each.met_ago > _BUSY_UNTIL]
    for line in SMALL * _SMALL_USED:
        sketch = around[chance.below(len(around))]
        ago = _BUSY_UNTIL + chance.below(min(_FROM, sketch.met_ago) - _BUSY_UNTIL)
        yield Scene(ago, _hour(chance), line, sketch.key)


def _moments(chance: Chance) -> Iterator[Scene]:
    """What went out to nobody in particular, once a month, and what little went out in the quiet months."""
    for number, line in enumerate(MOMENTS):
        yield Scene(_FROM - 4 * _WEEK * number - chance.below(_WEEK), 18.3, line)
    for number, (line, key) in enumerate(QUIET):
        yield Scene(_BUSY_UNTIL - _WEEK * number - chance.below(3), 17.5, line, key)


def _hour(chance: Chance) -> float:
    return _HOURS[chance.below(len(_HOURS))]

"""The sample book put together: a year and a half that ends today."""

from collections.abc import Iterator
from datetime import date, tzinfo
from typing import Final

from domain.model import (
    TABLES,
    Answer,
    Ask,
    Capture,
    Contact,
    FollowUp,
    Interaction,
    Introduction,
    Knows,
    Pause,
    Question,
    Record,
)
from domain.sample.chance import Chance
from domain.sample.days import Days
from domain.sample.lately import DUE, KNOWS, NEEDED, PAIRS, PAUSE, SAID, SCENES, UNFILED
from domain.sample.people import PEOPLE
from domain.sample.sketch import Due, Pair, Said, Scene, Sketch
from domain.sample.year import earlier
from domain.text import fold

_OLDEST: Final = 545
"""Days for which the book has been kept."""
_OUTCOME_AFTER: Final = 21
_SAYS: Final[dict[Question, str]] = {
    "looking_for": "is looking for",
    "after": "is after",
    "working_on": "is working on",
    "interested_in": "is interested in",
    "offers": "can help:",
}


def sample_book(today: date, zone: tzinfo, seed: int = 7) -> dict[str, dict[str, Record]]:
    """The tables of the sample book; the same for the same day, zone and seed."""
    writer = _Writer(Days(today, zone, Chance(seed)))
    tables: dict[str, dict[str, Record]] = {name: {} for name in TABLES}
    for name, records in writer.tables():
        tables[name] = {record.id: record for record in sorted(records, key=lambda record: record.id)}
    return tables


class _Writer:
    """Writes the sketches down as records, keys turned into ids."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self._ids = {each.key: days.id(min(each.met_ago or _OLDEST, _OLDEST), 21.0) for each in PEOPLE}
        self._sketches = {each.key: each for each in PEOPLE}
        self._scene_ids: dict[str, str] = {}

    def tables(self) -> Iterator[tuple[str, list[Record]]]:
        """Each table by name."""
        scenes = [*earlier(self._days.chance), *sorted(SCENES, key=lambda scene: (-scene.ago, scene.hour))]
        yield "contacts", [self._contact(each) for each in PEOPLE]
        yield "interactions", [self._interaction(each) for each in scenes]
        yield "answers", [self._answer(*each) for each in enumerate(SAID)]
        yield "follow_ups", [self._follow_up(each) for each in DUE]
        yield "introductions", [*map(self._introduction, PAIRS), *self._older_introductions(scenes)]
        yield "asks", [self._ask(*each) for each in NEEDED]
        yield "knows", [self._knows(*each) for each in KNOWS]
        yield "captures", [self._capture(*each) for each in UNFILED]
        first, last, text = PAUSE
        yield (
            "pauses",
            [Pause(id=self._days.id(first), first=self._days.day(first), last=self._days.day(last), text=text)],
        )

    def _contact(self, sketch: Sketch) -> Contact:
        soon = sketch.birthday_in
        return Contact(
            id=self._ids[sketch.key],
            name=sketch.name,
            aliases=sketch.aliases,
            emails=(sketch.mail,) if sketch.mail else (),
            phones=(sketch.phone,) if sketch.phone else (),
            organisation=sketch.organisation,
            role=sketch.role,
            place=sketch.place,
            tags=sketch.tags,
            birthday=sketch.birthday if soon is None else self._days.birthday(soon, sketch.birthday),
            notes=sketch.notes,
            met_via=self._ids.get(sketch.met, sketch.met),
            met_on=self._days.day(sketch.met_ago) if sketch.met_ago else "",
            circle=sketch.circle,
        )

    def _interaction(self, scene: Scene) -> Interaction:
        line = scene.read()
        keys = [*scene.people.split(), *line.also]
        made = Interaction(
            id=self._days.id(scene.ago, scene.hour),
            at=self._days.stamp(scene.ago, scene.hour),
            direction=line.direction,
            kind=line.kind,
            people=self._people(keys),
            text=line.text,
            tags=scene.tags,
            minutes=scene.minutes,
            via=self._people(scene.via.split()),
            because_of=tuple(self._scene_ids[key] for key in scene.because_of.split()),
            raw=line.raw([self._first(key) for key in keys]),
        )
        if scene.key:
            self._scene_ids[scene.key] = made.id
        return made

    def _answer(self, number: int, said: Said) -> Answer:
        return Answer(
            id=self._days.id(said.ago, 20.0 + number % 50 / 60),
            contact=self._ids[said.who],
            question=said.question,
            text=said.text,
            learnt=self._days.day(said.ago),
            state=said.state,
            raw=f"{self._first(said.who)} {_SAYS[said.question]} {said.text}",
        )

    def _follow_up(self, due: Due) -> FollowUp:
        return FollowUp(
            id=self._days.id(due.made_ago, 19.0),
            kind=due.kind,
            due=self._days.day(-due.days),
            people=(self._ids[due.who],),
            text=due.text,
            repeat=due.repeat,
            state="done" if due.done else "open",
            made=self._days.stamp(due.made_ago, 19.0),
        )

    def _introduction(self, pair: Pair) -> Introduction:
        return Introduction(
            id=self._days.id(pair.ago, 10.5),
            a=self._ids[pair.a],
            b=self._ids[pair.b],
            reason=pair.reason,
            stage=pair.stage,
            since=self._days.day(pair.ago),
            outcome=pair.outcome,
        )

    def _older_introductions(self, scenes: list[Scene]) -> Iterator[Introduction]:
        """Whatever was brought together earlier and is not told as a pair of its own went well."""
        told = {frozenset((pair.a, pair.b)) for pair in PAIRS}
        for scene in scenes:
            line = scene.read()
            for other in line.also:
                pair = Pair(scene.people, other, line.text, "outcome", scene.ago - _OUTCOME_AFTER, "good")
                if frozenset((pair.a, pair.b)) not in told:
                    yield self._introduction(pair)

    def _ask(self, text: str, ago: int, asked: str) -> Ask:
        return Ask(
            id=self._days.id(ago),
            text=text,
            stage="asked" if asked else "open",
            opened=self._days.day(ago),
            asked=self._people(asked.split()),
            raw=f"I'm looking for {text}",
        )

    def _knows(self, a: str, b: str) -> Knows:
        ago = 100 + self._days.chance.below(100)
        return Knows(id=self._days.id(ago), a=self._ids[a], b=self._ids[b], said=self._days.day(ago))

    def _capture(self, ago: int, hour: float, line: str, why: str, candidates: tuple[str, ...]) -> Capture:
        return Capture(
            id=self._days.id(ago, hour), at=self._days.stamp(ago, hour), line=line, why=why, candidates=candidates
        )

    def _people(self, keys: list[str]) -> tuple[str, ...]:
        return tuple(self._ids[key] for key in keys)

    def _first(self, key: str) -> str:
        """The name one would type: the first one, or all of it where two people share that."""
        sketch = self._sketches[key]
        if sketch.called:
            return sketch.called
        first = sketch.name.split()[0]
        shared = sum(fold(other.name.split()[0]) == fold(first) for other in PEOPLE) > 1
        return sketch.name if shared else first

"""What the keys do to two people who may be brought together, the same wherever two such people are in view."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from textual.widget import Widget

from domain.agreed import due_on
from domain.errors import SwellError
from domain.introducing import UNDER_WAY, asked, first_name, to_ask
from domain.model import Introduction, Outcome
from domain.text import clean
from tui.choices import DIGITS, Choice
from tui.pair_drafts import PairDrafts
from tui.prompt import Prompt, no_preview
from tui.screens.place import Frame
from tui.widgets.shapes import Shape

if TYPE_CHECKING:
    from domain.desks.introductions import IntroductionsDesk
    from domain.drafting import Draft, Words
    from tui.app import SwellApp

OUTCOMES: Final[tuple[tuple[Outcome, str], ...]] = (
    ("good", "it went well"),
    ("none", "nothing came of it"),
    ("unknown", "not known"),
)
NEW_LINE: Final = "¶"
NEW_LINE_ASCII: Final = "||"
"""Stands for a new line while a text is changed in the bar."""
SHORT: Final = 14
"""Letters of a name in a question."""

Step = Callable[[], Introduction]
"""Takes a step of an introduction."""


class Introducing:
    """A screen, or a tab of one, with two people in view."""

    def pair_in_view(self) -> tuple[str, str] | None:
        """The two contacts that the keys are about; None where there are none."""
        raise NotImplementedError

    def pair_as_it_stands(self) -> Introduction | None:
        """Where the two stand: what is under way or over between them, else what it would be if they were taken up."""
        both = self.pair_in_view()
        return self.introductions.current(*both) if both is not None else None

    def pair_changed(self, words: str) -> None:
        """What follows where something has become of the two, in these words; the book is up to date."""

    @property
    def frame(self) -> Frame:
        """The screen that asks and tells."""
        return self if isinstance(self, Frame) else cast("Frame", cast("Widget", self).screen)

    @property
    def _app(self) -> "SwellApp":
        return self.frame.swell

    @property
    def introductions(self) -> "IntroductionsDesk":
        """The use cases."""
        return self._app.desk.introductions

    @property
    def pair_drafts(self) -> PairDrafts:
        """The texts that the user has changed."""
        return PairDrafts(self._app.unfinished)

    def pair_pane(self, *, why: bool = False, width: int = 0) -> list[Shape]:
        """The pane of the two, with the text as the user has left it; nothing where there are none.

        It has so many cells, or as many as a pane beside or below a list.
        """
        from tui.pair_lines import introduction_lines  # no first paint knows of a match

        pair = self.pair_as_it_stands()
        if pair is None:
            return []
        words = self.introductions.next_words(pair)
        changed = self.pair_drafts.changed(pair, words) if words is not None else ""
        cells = width or self.frame.pane_width
        return introduction_lines(self._app.desk, pair, self._app.glyphs, cells, why=why, changed=changed)

    async def take_up_pair(self) -> Introduction | None:
        """Take the two up; None where that could not be done, or they are under way."""
        both = self.pair_in_view()
        if both is None:
            return None
        return await self._step(lambda: self.introductions.take_up(*both))

    async def not_these_two(self) -> bool:
        """Suggest the two no more, or decline what is under way between them; whether it was done."""
        pair = self.pair_as_it_stands()
        if pair is None:
            return False
        if pair.id:
            return await self._step(lambda: self.introductions.decline(pair)) is not None
        words = await self._app.change(lambda: self.introductions.not_these(pair.a, pair.b))
        if words is None:
            return False
        self.pair_changed("not these two")
        self._app.tell(words, undoable=True)
        return True

    async def next_step_of_pair(self) -> None:
        """Take the next step; where several may be meant, ask which."""
        pair = self.pair_as_it_stands()
        if pair is None:
            return
        steps = self._steps(pair)
        if not steps:
            self._app.tell(f"{self.introductions.stands(pair)}: nothing is left to do", wrong=True)
        elif len(steps) == 1:
            await self._step(steps[0][1])
        else:
            choices = [Choice(key, key, words) for key, (words, _) in zip(DIGITS, steps, strict=False)]

            async def chosen(key: str) -> None:
                await self._step(steps[DIGITS.index(key)][1])

            self.frame.pick(self._question(pair), choices, chosen)

    def _question(self, pair: Introduction) -> str:
        return "how did it go?" if pair.stage in ("made", "outcome") else f"{self.introductions.stands(pair)}; and now?"

    def _steps(self, pair: Introduction) -> list[tuple[str, Step]]:
        """What may have happened, in words, the likeliest first."""
        desk = self.introductions
        if pair.stage == "outcome" and pair.outcome == "good":
            return [("thanked", lambda: desk.thank(pair))]
        if pair.stage in ("made", "outcome"):
            return [(words, self._telling(pair, outcome)) for outcome, words in OUTCOMES]
        if pair.stage not in UNDER_WAY:
            return []
        waiting = to_ask(pair)
        steps = [
            (f"{self._short(one)} said yes", self._agreeing(pair, one)) for one in asked(pair) if one not in pair.yes
        ]
        steps.extend((f"asked {self._short(one)}", self._asking(pair, one)) for one in waiting)
        if waiting:
            steps.append((f"{self._short(waiting[0])} would not mind", lambda: desk.skip(pair)))
        steps.append(("introduced them", lambda: desk.make(pair)))
        silent = [one for one in asked(pair) if one not in pair.yes]
        if silent:
            who = self._short(silent[0]) if len(silent) == 1 else "one of them"
            steps.append((f"{who} said no", lambda: desk.decline(pair)))
        return steps

    def _asking(self, pair: Introduction, whom: str) -> Step:
        return lambda: self.introductions.ask(pair, whom)

    def _agreeing(self, pair: Introduction, whom: str) -> Step:
        return lambda: self.introductions.say_yes(pair, whom)

    def _telling(self, pair: Introduction, outcome: Outcome) -> Step:
        return lambda: self.introductions.tell(pair, outcome)

    async def _step(self, step: Step) -> Introduction | None:
        """Take a step, and say where the two stand by it; the text that was said with it is drafted anew."""
        desk = self._app.desk
        peak = desk.gauge().peak
        pair = await self._app.change(step)
        if pair is None:
            return None
        told = self.introductions.told(pair)
        gained = round(desk.gauge().peak - peak)
        self.pair_changed(self.introductions.stands(pair))
        self._app.tell(f"+{gained} · {told}" if gained > 0 else told, undoable=True)
        return pair

    async def put_off_pair(self, phrase: str) -> bool:
        """Put the suggestion, or the next step, off until the day that a phrase names; whether it was done."""
        both = self.pair_in_view()
        if both is None:
            return False
        desk = self._app.desk
        try:
            item = self.introductions.item(*both)  # here, not in the thread that writes: matches are looked through
        except SwellError as error:
            self._app.tell(str(error), wrong=True)
            return False
        told = await self._app.change(lambda: desk.snooze(item, due_on(phrase, desk.moment().today)))
        if told is None:
            return False
        self.pair_changed(told)
        self._app.tell(told, undoable=True)
        return True

    async def action_never_by(self) -> None:
        """Bring nobody together by a word that these two have in common; of several, ask which."""
        words = self._common()
        if not words:
            self._app.tell("These two have no word in common by which Swell would bring anybody together.", wrong=True)
            return
        choices = [Choice(key, word, clean(word)) for key, word in zip(DIGITS, words, strict=False)]
        if len(choices) == 1:
            await self._never_by(words[0])
        else:
            self.frame.pick("bring nobody together by which word?", choices, self._never_by)

    async def _never_by(self, word: str) -> None:
        told = await self._app.change(lambda: self.introductions.never_by(word))
        if told is not None:
            self.pair_changed(told)
            self._app.tell(told, undoable=True)

    def _common(self) -> list[str]:
        """The words in common of the two in view."""
        both = self.pair_in_view()
        found = self.introductions.phrases(*both) if both is not None else None
        return list(dict.fromkeys(found.common)) if found is not None else []

    async def action_same(self) -> None:
        """Say which words mean the same, beginning with those of the two in view."""
        both = self.pair_in_view()
        offered = self.introductions.alike(*both) if both is not None else ""

        async def enter(text: str) -> bool:
            told = await self._app.change(lambda: self.introductions.same(text.split("=")))
            if told is None:
                return False
            self.pair_changed("")
            self._app.tell(f"the same from now on: {told}", undoable=True)
            return True

        await self.frame.ask(
            Prompt(
                "which words mean the same?",
                no_preview,
                enter,
                offered,
                keys="enter keep · dev = developer = programmer · esc back",
                captures=False,
            )
        )

    def copy_draft(self) -> bool:
        """Send the text to send next to the terminal's clipboard; whether there is one."""
        found = self._draft()
        if found is None:
            return False
        draft, text, _, _ = found
        self.frame.app.copy_to_clipboard(text)
        whom = self.introductions.recipients(draft)
        self._app.tell(draft.complaint or f"sent to the terminal: the words to {whom}", wrong=bool(draft.complaint))
        return True

    def copy_all_drafts(self) -> bool:
        """Send both questions and the message to both to the terminal's clipboard; whether there are any."""
        from domain.drafting import ALL_WORDS  # no first paint drafts anything

        pair = self.pair_as_it_stands()
        if pair is None:
            return False
        parts: list[str] = []
        try:
            for words in ALL_WORDS:
                draft = self.introductions.draft(pair, words)
                text = self.pair_drafts.changed(pair, words) or draft.text
                parts.append(f"To {self.introductions.recipients(draft)}:\n\n{text}")
        except SwellError as error:
            self._app.tell(str(error), wrong=True)
            return False
        self.frame.app.copy_to_clipboard("\n\n\n".join(parts))
        self._app.tell("sent to the terminal: both questions and the message")
        return True

    async def edit_draft(self) -> bool:
        """Open the bar with the text to send next; whether there is one."""
        found = self._draft()
        if found is None:
            return False
        draft, text, pair, words = found
        sign = NEW_LINE if self._app.glyphs.braille else NEW_LINE_ASCII

        async def enter(line: str) -> bool:
            return self._keep_words(pair, words, line.replace(sign, "\n"))

        def several(lines: str) -> None:
            self._keep_words(pair, words, lines.replace(sign, "\n"))

        title = f"the words to {self.introductions.recipients(draft)}"
        keys = f"enter keep, for these two · {sign} a new line · empty: as drafted · esc back"
        prompt = Prompt(title, no_preview, enter, text.replace("\n", sign), keys=keys, captures=False, several=several)
        await self.frame.ask(prompt)
        return True

    def edit_draft_elsewhere(self) -> bool:
        """Write the text to send next in the user's editor; whether there is one."""
        found = self._draft()
        if found is None:
            return False
        _, text, pair, words = found
        back = self._app.text_from_editor(text)
        if back.strip():
            self._keep_words(pair, words, back.strip())
        return True

    async def action_mail(self) -> None:
        """Open the text to send next in the user's mail program; nothing is sent."""
        found = self._draft()
        if found is None:
            return
        draft, text, pair, _ = found
        link = self.introductions.mailto(pair, draft._replace(text=text))
        try:
            await asyncio.to_thread(self._app.open_link, link)
        except SwellError as error:
            self._app.tell(str(error), wrong=True)
            return
        self._app.tell(f"opened in your mail program: the words to {self.introductions.recipients(draft)}")

    def _keep_words(self, pair: Introduction, words: "Words", text: str) -> bool:
        """Keep a text for the two, one that says what is drafted being none of its own; whether it could be kept."""
        lines = "\n".join(clean(part) for part in text.split("\n"))
        try:
            drafted = self.introductions.draft(pair, words).text
        except SwellError as error:
            self._app.tell(str(error), wrong=True)
            return False
        self.pair_drafts.keep(pair, words, "" if lines.strip() == drafted.strip() else lines)
        self.pair_changed("")
        self._app.tell("kept for these two, until it is said" if lines.strip() else "as it was drafted")
        return True

    def _draft(self) -> "tuple[Draft, str, Introduction, Words] | None":
        """The text to send next, as it was drafted and as the user has left it; None, and said, where there is none."""
        pair = self.pair_as_it_stands()
        if pair is None:
            return None
        words = self.introductions.next_words(pair)
        if words is None:
            self._app.tell(f"{self.introductions.stands(pair)}: no words are wanted any more", wrong=True)
            return None
        try:
            draft = self.introductions.draft(pair, words)
        except SwellError as error:
            self._app.tell(str(error), wrong=True)
            return None
        return draft, self.pair_drafts.changed(pair, words) or draft.text, pair, words

    def _short(self, contact: str) -> str:
        known = self._app.desk.book.contacts.get(contact)
        name = first_name(known) if known is not None else "somebody"
        return name if len(name) <= SHORT else name[: SHORT - 1] + self._app.glyphs.more

"""What can be done with the person in view, the same on every screen that shows one."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from domain.inbox.conflicts import NONE
from domain.ports import Draft
from domain.text import clean
from tui.choices import Choice, circle_choices
from tui.prompt import KEEP_KEYS, Prompt
from tui.screens.place import Frame

if TYPE_CHECKING:
    from domain.editing import Answers, Clash, Edited, Form, Whose
    from domain.inbox.item import Item
    from tui.person_lines import Pair
    from tui.widgets.pick import PickLine

ASKED = ("is looking for", "is after", "is working on", "is interested in", "can help with")
"""How an answer to each question is said in a capture line, in the order in which tab offers them."""

SHORT = 20
"""Letters of a value in a question."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The line of a form on its way into the book."""

    form: "Form"
    line: str
    draft: Draft
    answers: "Answers" = field(default_factory=dict)
    bring_back: bool = False


class PersonActions(Frame):
    """A frame with somebody in view."""

    _left: Callable[[], Awaitable[None]] | None = None
    """What follows where the question that is open is left without an answer."""
    _pairs: "tuple[int, dict[str, list[tuple[Pair, Item]]]]" = (-1, {})
    """Whom each could be brought together with who was in view since the book was changed last."""

    def person_in_view(self) -> str:
        """The id of the contact that the keys are about; empty where there is none."""
        raise NotImplementedError

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done with nobody."""
        if action in ("done", "answer", "note", "follow_up", "edit", "circle", "tag", "tree", "copy", "introduce"):
            return bool(self.person_in_view())
        return True

    async def action_answer(self) -> None:
        """Write down an answer; tab goes to the next question."""
        name = self._called()

        def complete(text: str, step: int) -> str:
            at = next((at for at, words in enumerate(ASKED) if text.startswith(f"{name} {words}")), -1)
            rest = text.removeprefix(f"{name} {ASKED[at]}") if at >= 0 else " "
            return f"{name} {ASKED[(at + step) % len(ASKED)]}{rest}"

        keys = "enter keep · tab another question · esc back, the draft stays"
        await self._line(f"what {name} told you", f"{name} {ASKED[0]} ", keys=keys, complete=complete)

    async def action_note(self) -> None:
        """Write a note."""
        await self._line("a note", f"{self._called()}: ")

    async def action_follow_up(self) -> None:
        """Write something to do."""
        await self._line("to do", f"call {self._called()} +1w", whole=True)

    async def action_introduce(self) -> None:
        """Ask whom they are to be introduced to, and take the two up."""
        from tui.screens.choosing import choose_other  # seldom wanted

        await choose_other(self, self.person_in_view())

    async def action_tag(self) -> None:
        """Put a tag on."""
        await self._line("a tag", f"{self._mention()} tag:")

    def action_tree(self) -> None:
        """Show whom they led to, and what to."""
        self.swell.open_tree(self.person_in_view())

    async def action_edit(self) -> None:
        """Write out what the book says, to be changed; whatever is written elsewhere meanwhile is not overwritten."""
        form = self.swell.desk.form(self.person_in_view(), self._mention(), self._has_draft)

        async def enter(line: str) -> bool:
            if line.strip() in ("", form.offered.strip()):
                self.swell.tell("Nothing was changed in the line; esc leaves the bar.", wrong=True)
                return False
            return await self._save(Edit(form, line, self.draft))

        await self.ask(Prompt(_title(form), self.swell.preview, enter, form.offered))

    def _has_draft(self, form: "Form") -> bool:
        """Whether a line that was begun in this form waits to be gone on with."""
        draft = self.swell.unfinished.begun(_title(form), form.offered, capture=True)
        return draft.line != draft.start

    async def _save(self, edit: Edit) -> bool:
        """Keep the line of a form, or ask first what has to be asked; whether it is kept."""

        def save() -> "Edited":
            return self.swell.desk.edit(edit.form, edit.line, edit.answers, bring_back=edit.bring_back)

        edited = await self.swell.change(save)
        if edited is None:
            return False
        if edited.filed is None:
            self._put_bar_away()
            if edited.gone:
                self._ask_to_bring_back(edit)
            else:
                self._ask_which(edit, edited.clashes[0], edited.by)
            return False
        self.swell.unfinished.kept(edit.draft)
        self.swell.tell(edited.filed.reason if edited.filed.unfiled else edited.filed.label, undoable=True)
        return True

    def _put_bar_away(self) -> None:
        """Close the bar for a question, which takes the keys; the line stays a draft until it is kept."""
        if self._bar is not None:
            self._bar.close()
            self._prompt = None

    def _ask_which(self, edit: Edit, clash: "Clash", by: str) -> None:
        """Ask which of two values a field is to have; who leaves the question keeps both."""
        meanwhile = f"written meanwhile by {by}" if by else "written meanwhile"
        choices = (
            Choice("1", "mine", f"{self._in_short(clash.mine)} (yours)"),
            Choice("2", "theirs", f"{self._in_short(clash.theirs) or NONE} ({meanwhile})"),
        )

        async def answered(choice: str) -> None:
            answer: Whose = "mine" if choice == "mine" else "theirs"
            await self._save(replace(edit, answers={**edit.answers, clash: answer}))

        async def left() -> None:
            await self._save(replace(edit, answers={**edit.answers, clash: "both"}))

        self.pick(f"{clash.field} of {clean(edit.form.contact.name)}? esc keeps both", choices, answered)
        self._left = left

    def _in_short(self, value: str) -> str:
        """A value that leaves room for the other one."""
        return value if len(value) <= SHORT else value[: SHORT - 1].rstrip() + self.swell.glyphs.more

    def _ask_to_bring_back(self, edit: Edit) -> None:
        """Ask whether somebody who was deleted meanwhile is to come back; who leaves the question has a draft."""

        async def answered(_: str) -> None:
            await self._save(replace(edit, bring_back=True))

        async def left() -> None:
            self.swell.tell("they stay deleted; the line stays as a draft")

        name = clean(edit.form.contact.name)
        self.pick(f"{name} was deleted meanwhile", (Choice("1", "back", "bring back with your changes"),), answered)
        self._left = left

    async def on_pick_line_picked(self, message: "PickLine.Picked") -> None:
        """Go on where a question was left; the frame goes on where it was answered."""
        left, self._left = self._left, None
        if message.value is None and left is not None:
            self.call_later(left)  # once the frame has put the question away

    def pairs_of(self, contact: str) -> "list[tuple[Pair, Item]]":
        """Whom somebody could be brought together with, or is being; nobody before all matches are known."""
        if not (self.swell.has_matches and self.swell.desk.matches_are_ready()):
            return []
        from tui.person_pairs import pairs_of  # no first paint knows of a match

        if self._pairs[0] != self.swell.version:
            self._pairs = self.swell.version, {}
        known = self._pairs[1]
        if contact not in known:
            known[contact] = list(pairs_of(self.swell.desk, contact))
        return known[contact]

    def action_circle(self) -> None:
        """Ask how close they are."""
        self.pick_circle(self.person_in_view())

    def pick_circle(self, contact: str) -> None:
        """Ask how close somebody is, and keep the answer."""
        known = self.swell.desk.book.contacts.get(contact)
        if known is None:
            return

        async def chosen(circle: str) -> None:
            changed = await self.swell.change(lambda: self.swell.desk.set_circle(contact, circle))
            if changed is not None:
                self.swell.tell(f"{changed.name}: {circle}", undoable=True)

        self.pick(f"how close is {known.name}?", circle_choices(self.swell.desk.settings), chosen)

    def action_copy(self) -> None:
        """Send the first e-mail address or phone number to the terminal's clipboard."""
        contact = self.swell.desk.book.contacts[self.person_in_view()]
        found = (*contact.emails, *contact.phones)
        if not found:
            self.swell.tell(f"No e-mail and no phone is known of {contact.name}.", wrong=True)
            return
        self.app.copy_to_clipboard(found[0])
        self.swell.tell(f"sent to the terminal: {found[0]}")

    async def _line(
        self,
        title: str,
        text: str,
        *,
        whole: bool = False,
        keys: str = KEEP_KEYS,
        complete: Callable[[str, int], str] | None = None,
    ) -> None:
        """Open the bar with a line to go on with, or, where that is whole already, to keep as it is."""
        name = self._called()
        bare = {"", *(f"{name} {words}" for words in ASKED)} | (set() if whole else {text.strip()})

        async def enter(line: str) -> bool:
            if line.strip() in bare:
                self.swell.tell("Nothing was added to the line; esc leaves the bar.", wrong=True)
                return False
            return bool(await self.swell.keep_line(line))

        await self.ask(Prompt(title, self.swell.preview, enter, text, keys=keys, complete=complete))

    def _called(self) -> str:
        return self.swell.desk.called(self.person_in_view())

    def _mention(self) -> str:
        name = self.swell.desk.book.contacts[self.person_in_view()].name
        return f'@"{name}"' if " " in name else f"@{name}"


def _title(form: "Form") -> str:
    """What the bar of a form is called."""
    return f"change {form.contact.name}"

"""What can be done with the person in view, the same on every screen that shows one."""

from tui.choices import circle_choices
from tui.prompt import Prompt
from tui.screens.place import Frame

ASKED = ("is looking for", "is after", "is working on", "is interested in", "can help with")
"""How an answer to each question is said in a capture line, in the order in which tab offers them."""

FIELDS = (("org", "organisation"), ("role", "role"), ("place", "place"), ("birthday", "birthday"))
"""The marks that `edit` writes out, each with the field of a contact that it sets."""


class PersonActions(Frame):
    """A frame with somebody in view."""

    def person_in_view(self) -> str:
        """The id of the contact that the keys are about; empty where there is none."""
        raise NotImplementedError

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done with nobody."""
        if action in ("done", "answer", "note", "follow_up", "edit", "circle", "tag", "copy"):
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

    async def action_tag(self) -> None:
        """Put a tag on."""
        await self._line("a tag", f"{self._mention()} tag:")

    async def action_edit(self) -> None:
        """Write out what the book says, to be changed."""
        contact = self.swell.desk.book.contacts[self.person_in_view()]
        marks = [f'{mark}:"{value}"' for mark, field in FIELDS if (value := getattr(contact, field))]
        await self._line(f"change {contact.name}", " ".join([self._mention(), *marks]) + " ")

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

    async def _line(self, title: str, text: str, *, whole: bool = False, **more: object) -> None:
        """Open the bar with a line to go on with, or, where that is whole already, to keep as it is."""
        name = self._called()
        bare = {"", *(f"{name} {words}" for words in ASKED)} | (set() if whole else {text.strip()})

        async def enter(line: str) -> bool:
            if line.strip() in bare:
                self.swell.tell("Nothing was added to the line; esc leaves the bar.", wrong=True)
                return False
            return bool(await self.swell.keep_line(line))

        await self.ask(Prompt(title, self.swell.chips, enter, text, **more))  # type: ignore[arg-type]

    def _called(self) -> str:
        return self.swell.desk.called(self.person_in_view())

    def _mention(self) -> str:
        name = self.swell.desk.book.contacts[self.person_in_view()].name
        return f'@"{name}"' if " " in name else f"@{name}"

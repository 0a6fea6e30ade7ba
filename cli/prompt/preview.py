"""The rows between the line and the keys: what is offered, what was understood, and what to begin with."""

from cli.prompt.drawing import Row, Span
from cli.prompt.letters import cut, width
from cli.prompt.looks import CHIP_ROLES, Looks
from cli.prompt.picture import MARGIN, Room, fitting, line_row
from cli.prompt.session import Session

EXAMPLES = (
    "such as: called Ana about the studio in Leeds +2w",
    "such as: called Ana about the move",
    "such as: called Ana",
)
MANY_EXAMPLES = (
    "one line a capture; marks alone (tag:meetup when:fri) hold for what follows",
    "one line a capture; marks alone (tag:meetup) hold on",
    "one line a capture",
)


class Picture:
    """Draws a session as rows; it remembers which part of a long line was in view."""

    def __init__(self, session: Session, looks: Looks) -> None:
        self.looks = looks
        self._session = session
        self._offset = 0

    def rows(self, columns: int, rows: int) -> tuple[list[Row], tuple[int, int]]:
        """The rows for a window of that size, and the row and column of the cursor."""
        session, looks = self._session, self.looks
        room = Room(rows, len(session.listed))
        found = self._list(room.list, columns)
        line, column, self._offset = line_row(session.line.text, session.line.cursor, self._offset, columns, looks)
        cursor = (len(found), column)
        gap: list[Row] = [[]] * room.gaps
        seen = self._preview(room.preview, columns)
        found += [line, *gap, *seen, *([[]] * (room.preview - len(seen))), *gap]
        if room.keys:
            words = fitting([looks.own(choice) for choice in keys_words(session, roomy=bool(gap))], columns - 2)
            found.append([(" " if columns > len(words) + 1 else "", ""), (words, "muted")])
        return found, cursor

    def _preview(self, rows: int, columns: int) -> list[Row]:
        margin = MARGIN if columns >= 12 else ""
        room = columns - len(margin) - 1
        if rows < 1 or room < 1:
            return []
        session = self._session
        if session.wrong:
            return [[(margin, ""), (cut(self.looks.own(session.wrong), room, self.looks.more), "late")]]
        if session.offers:
            offered = self._offers(max(1, rows // 2), room)
            above = self._understood(rows - len(offered), room)
        else:
            offered, above = [], self._understood(rows, room) if session.line.text.strip() else self._start(room)
        return [[(margin, ""), *row] for row in (*above, *offered)][:rows]

    def _understood(self, rows: int, room: int) -> list[Row]:
        session, looks = self._session, self.looks
        if session.shown is None or rows < 1:
            return []
        from domain.capture.layout import in_rows

        chips = session.shown.chips
        if looks.ascii:
            chips = tuple(type(chip)(chip.role, looks.own(chip.text)) for chip in chips)
        laid = in_rows(chips, rows, room, width_of=width, dot=looks.dot, more=looks.more)
        return [self._dotted([(chip.text, CHIP_ROLES.get(chip.role, "")) for chip in row]) for row in laid]

    def _offers(self, rows: int, room: int) -> list[Row]:
        from domain.capture.chips import Chip
        from domain.capture.layout import in_rows

        session, looks = self._session, self.looks
        chips = [
            Chip(
                "choice" if place == session.offered else "note",
                f"{looks.here} {words}" if place == session.offered else words,
            )
            for place, words in enumerate(looks.own(offer.words) for offer in session.offers)
        ]
        laid = in_rows(chips, rows, room, width_of=width, dot=looks.dot, more=looks.more)
        return [self._dotted([(chip.text, "chosen" if chip.role == "choice" else "") for chip in row]) for row in laid]

    def _dotted(self, spans: list[Span]) -> Row:
        row: Row = []
        for span in spans:
            row += [(f" {self.looks.dot} ", "muted"), span] if row else [span]
        return row

    def _start(self, room: int) -> list[Row]:
        """What is shown under an empty line: what is wrong, what waits, or how to begin."""
        session, looks = self._session, self.looks
        if session.reading is not None and session.reading.problem:
            return [[(cut(looks.own(session.reading.problem), room, looks.more), "late")]]
        if session.listed:
            return []
        drafts = session.past.drafts
        if drafts and not session.many:
            said = looks.own(f"{looks.up} draft: ")
            return [[(said, "muted"), (cut(drafts[-1], room - len(said), looks.more), "muted")]]
        return [[(cut(fitting(list(MANY_EXAMPLES if session.many else EXAMPLES), room), room, looks.more), "muted")]]

    def _list(self, rows: int, columns: int) -> list[Row]:
        """The end of the list, or what is about the line in the field, with how many are not seen."""
        session = self._session
        if not rows:
            return []
        at = len(session.listed) - 1 if session.at is None else session.at
        first = max(0, min(at - rows // 2, len(session.listed) - rows)) if session.at is not None else at + 1 - rows
        read = session.reading.listed(session.listed) if session.reading is not None else []
        longest = max(width(line) for line in session.listed[first : first + rows])
        found = []
        for place in range(first, first + rows):
            doubts, words = (read[place].doubts, read[place].words) if read else ("", "")
            found.append(self._listed(place, words, doubts, columns, longest))
        return found

    def _listed(self, place: int, words: str, doubts: str, columns: int, longest: int) -> Row:
        session, looks = self._session, self.looks
        here = place == session.at
        number = f"{looks.here if here else ' '}{place + 1:>2} "
        room = columns - len(number) - 1
        typed = session.listed[place] if session.reading is None or not session.reading.hides else words
        half = room if not (words or doubts) or room < 20 else min(longest + 2, max(12, room * 3 // 5))
        shown = cut(typed, half - 2, looks.more)
        rest = cut(looks.own(doubts or words), room - half, looks.more) if half < room else ""
        gap = " " * (half - width(shown))
        return [(number, "accent" if here else "muted"), (shown + gap, ""), (rest, "late" if doubts else "muted")]


def keys_words(session: Session, *, roomy: bool) -> list[str]:
    """What the keys do here and now, from the fullest wording to the shortest."""
    empty = not session.line.text.strip()
    if session.offers:
        return [
            "enter keep · tab next · shift+tab back · esc leave, draft kept",
            "enter keep · tab next · esc leave",
            "tab next",
        ]
    if session.at is not None:
        return [
            "enter back into the list · ↑↓ other lines · esc leave, drafts kept",
            "enter put back · ↑↓ others · esc leave",
            "enter",
        ]
    if session.listed and empty:
        count = session.captures()
        all_ = f"enter keep all {count}" if count > 1 else "enter keep it"
        return [f"{all_} · ↑ change one · esc leave, drafts kept", f"{all_} · ↑ change · esc leave", all_]
    if session.is_list and not empty:
        return [
            "enter next line · tab take · esc leave, drafts kept",
            "enter next · tab take · esc leave",
            "enter next",
        ]
    last = "draft" if session.past.drafts else "last"
    if empty:
        return [f"↑ {last} · ctrl+g in your editor · esc leave", f"↑ {last} · esc leave", "esc"]
    if session.shown is not None and session.shown.unfiled:
        choose = "tab choose · " if session.shown.choices else ""
        return [
            f"enter keep unfiled · {choose}↑ {last} · esc leave, draft kept",
            f"enter keep unfiled · {choose}esc",
            "enter keep unfiled",
            "enter",
        ]
    full = [f"enter keep · tab take · \\word plain text · ↑ {last} · esc leave (kept)"] if roomy else []
    return [
        *full,
        f"enter keep · tab take · ↑ {last} · esc leave, draft kept",
        "enter keep · tab take · esc leave",
        "enter keep · esc leave",
        "enter keep",
        "enter",
    ]

"""The tree on a page: who led to whom and to what, in both directions, folded and unfolded row by row."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widget import Widget

from domain.lines import ARROWS, ASCII_ARROWS
from domain.tree import GROWS_BY, Node, Paths, drawn, in_ascii, nothing
from domain.words import counted
from tui.bindings import TREE, command
from tui.ledger_lines import in_full
from tui.person_lines import detail
from tui.screens.place import Frame
from tui.text import Span, Words, line
from tui.widgets.one_line import OneLine
from tui.widgets.page import Lines
from tui.widgets.rows import Row, RowList, note
from tui.widgets.shapes import Cells, Column, Rule, Shape, Sides

FEW: Final = 40
"""People and returns that are shown unfolded at once."""
ROWS: Final = 2000
"""Rows that are shown at most."""
DEEP: Final = 60
"""Steps that are followed at most."""
SHOWN: Final = 8
"""Interactions that a high pane has room for."""
TEACHES: Final = (Column(width=36), Column())


class TreeRows(RowList):
    """The rows of a tree: the keys that go sideways elsewhere fold and unfold here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "screen.unfold", "unfold", show=False, id="tree.unfold", tooltip="Show what is below it"),
        Binding(
            "h,left",
            "screen.fold",
            "fold",
            id="tree.fold",
            key_display="h l",
            tooltip="Fold it, then go to what is above",
        ),
    ]


class _AllBut:
    """What is folded: everything but what was opened."""

    def __init__(self, opened: set[str]) -> None:
        self._opened = opened

    def __contains__(self, id_: object) -> bool:
        return id_ not in self._opened


class TreeScreen(Frame):
    """What somebody or something led to, or what led there; without a start those from whom most grew."""

    FIRST_KEYS = ("list.open", "tree.fold", "tree.turn", "copy", "tree")
    BINDINGS: ClassVar[list[BindingType]] = [
        command("tab", "turn", "the other way", "Turn from what it led to, to what led there", name="tree.turn"),
        command("y", "copy", "copy", "Copy this branch as text", name="copy"),
        command("Y", "copy_all", "copy all", "Copy the whole tree as text", name="copy_all", show=False),
        TREE,
    ]

    def __init__(self, start: str = "", *, backwards: bool = False) -> None:
        super().__init__(Span("Who led to whom, and to what", "strong"))
        self._start = start
        self._backwards = backwards
        self._opened: set[str] = set()
        self._begun = False
        """Whether it was decided what is open to begin with."""
        self._laid_out = 0
        """The width that the rows were laid out for."""
        self._shown: dict[str, Node] = {}
        """The rows in sight, by their ids."""

    def compose_body(self) -> Iterable[Widget]:
        """Which way, the rows, what is under the cursor."""
        glyphs = self.swell.glyphs
        self.headline = OneLine(glyphs=glyphs)
        self.rows = TreeRows(glyphs=glyphs)
        self.detail = Lines(glyphs=glyphs)
        yield self.headline
        yield Container(self.rows, self.detail, id="split", classes="tall")

    def on_mount(self) -> None:
        """Show who or what it is where the cursor rests."""
        super().on_mount()
        self.follow(self.rows, self._show_detail)

    def show(self) -> None:
        """The tree as the book has it now; what is open stays open."""
        paths, self._laid_out = self._paths, self.size.width
        if not self._begun:
            self._begun = True
            if self._start and not paths.under(self._start):  # such as a return: what led to it is all there is
                self._backwards = self._backwards or bool(paths.under(self._start, backwards=True))
            self._open(paths, self._start)
        starts = [self._start] if self._start else paths.starts()
        nodes = paths.tree(*starts, backwards=self._backwards, folded=_AllBut(self._opened), deepest=DEEP, most=ROWS)
        self._shown = {_row_id(node): node for node in nodes}
        rows = [self._row(id_, node) for id_, node in self._shown.items()]
        if len(nodes) >= ROWS:
            rows.append(note(Span(f"{self.swell.glyphs.more} and more: h folds what is not looked for", "muted")))
        self.rows.set_rows([*rows, *self._taught(nodes)])
        self._show_headline(paths, starts)
        self._show_detail()
        self.refresh_bindings()
        if not self.is_asking:
            self.focus_body()

    def focus_body(self) -> None:
        """The rows take the keys."""
        self.rows.focus()

    def on_resize(self) -> None:
        """Rows and pane are laid out anew for another width."""
        if self._begun and self.size.width != self._laid_out:
            self.call_after_refresh(self.show)

    def on_row_list_highlighted(self) -> None:
        """Other rows have other keys."""
        self.refresh_bindings()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """There is another way only from somewhere, and a tree of its own only of what is not the start of this one."""
        node = self._node
        if action == "turn":
            return bool(self._start)
        if action == "tree":
            return node is not None and node.id != self._start
        return node is not None if action in ("copy", "copy_all", "fold", "unfold") else True

    @property
    def _paths(self) -> Paths:
        return self.swell.desk.paths.paths()

    @property
    def _node(self) -> Node | None:
        """What is under the cursor."""
        row = self.rows.current
        return self._shown.get(row.id) if row is not None else None

    def _open(self, paths: Paths, id_: str) -> None:
        """Unfold something, with all below it where that is little."""
        if not id_:
            return
        self._opened.add(id_)
        if paths.under(id_, backwards=self._backwards) <= FEW:
            self._opened.update(node.id for node in paths.tree(id_, backwards=self._backwards, deepest=DEEP))

    def _show_headline(self, paths: Paths, starts: Sequence[str]) -> None:
        glyphs = self.swell.glyphs
        if not self._start:
            told = counted(len(starts), "start") if starts else ""
            self.headline.shape = Sides(Span("where most grew from", "strong"), Span(told, "muted"))
            return
        ways = ("led to", "came from")
        parts: list[Words] = []
        for at, way in enumerate(ways):
            here = at == self._backwards
            parts.append(Span(f"{glyphs.here if here else ' '}{way}  ", "strong" if here else "muted"))
        under = paths.under(self._start, backwards=self._backwards)
        told = counted(under, "person or return", "people and returns") if under else ""
        self.headline.shape = Sides(line(*parts, Span(" tab", "muted")), Span(told, "muted"))

    def _row(self, id_: str, node: Node) -> Row:
        """One row: the lines of the tree, what it is, and how much is below where that is folded."""
        glyphs = self.swell.glyphs
        ascii_only = not glyphs.braille
        text = in_ascii(node.text) if ascii_only else node.text
        arrow, _, rest = text.partition(" ") if node.when else ("", "", text)
        came_back = arrow in (ARROWS["got"], ASCII_ARROWS["got"])
        words = line(
            Span(f"{arrow} " if arrow else "", "accent" if came_back else "muted"),
            Span(rest, "text" if arrow else "strong"),
        )
        beside: Words = ""
        if node.again:
            beside = Span(node.aside().strip(" ()"), "muted")
        elif node.is_folded:
            beside = line(Span(f"{glyphs.here} ", "accent"), Span(f"{node.under} more", "muted"))
        elif not (node.depth or self._start or node.when):
            beside = Span(f"{node.under} in all", "muted")
        else:
            beside = Span(node.when, "muted")
        lines = node.lines(ascii_only, self._room)
        return Row(id_, Sides(line(Span(lines, "rule"), words) if lines else words, beside))

    @property
    def _room(self) -> int:
        """Cells of a row; known before it is laid out."""
        beside = self.pane_width + 1 if self.pane_width < self.size.width else 0
        return self.size.width - beside - 2

    def _taught(self, nodes: Sequence[Node]) -> Iterable[Row]:
        """What makes a tree grow, where there is none yet."""
        if nodes and nodes[0].under:
            return
        if nodes:
            words = nothing(self._backwards)
            yield note(Span(f"{words[:1].upper()}{words[1:]}.", "muted"))
        else:
            yield note("Nothing has grown yet.")
        yield note("")
        yield note(Span("It grows by what you capture with c:", "muted"))
        for captured, does in GROWS_BY:
            yield note(Cells(TEACHES, (f"  {captured}", Span(does, "muted"))))

    def _show_detail(self) -> None:
        node, desk, glyphs = self._node, self.swell.desk, self.swell.glyphs
        shapes: list[Shape] = [Rule()]
        if node is not None:
            entry = desk.book.interactions.get(node.id)
            if entry is not None:
                shapes = list(in_full(entry, desk, glyphs))
            elif node.id in desk.book.contacts:
                shapes = detail(desk.profile(node.id, SHOWN), glyphs, self.pane_width)
        self.detail.lines = shapes

    def action_unfold(self) -> None:
        """Show what is below; where it is drawn elsewhere, go there; where it is open, go to the first below."""
        node = self._node
        if node is None:
            return
        if node.again:
            self._go_to(lambda one: one.id == node.id and not one.again)
        elif node.is_folded:
            if node.id in self._opened:  # it lies as deep as is followed
                self.swell.tell("T shows it as a tree of its own")
                return
            self._open(self._paths, node.id)
            self.show()
        elif node.under:
            self.rows.action_down()

    def action_fold(self) -> None:
        """Fold it; where nothing of it is open go to what is above; from the start go back."""
        node = self._node
        if node is None:
            return
        if node.under and not node.is_folded and not node.again:
            self._opened.discard(node.id)
            self.show()
        elif node.parent:
            self._go_to(lambda one: one.id == node.parent and not one.again)
        else:
            self.app.pop_screen()

    def _go_to(self, is_it: Callable[[Node], bool]) -> None:
        found = next((id_ for id_, one in self._shown.items() if is_it(one)), "")
        if found:
            self.rows.move_to(found)

    def action_turn(self) -> None:
        """Look the other way, from the same start."""
        self._backwards = not self._backwards
        self._opened.clear()
        self._open(self._paths, self._start)
        self.show()
        self.rows.action_first()

    def action_tree(self) -> None:
        """Show what is under the cursor as a tree of its own."""
        node = self._node
        if node is not None:
            self.swell.push_screen(TreeScreen(node.id, backwards=self._backwards))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the person or the entry."""
        message.stop()
        node, book = self._node, self.swell.desk.book
        if node is None:
            return
        if node.id in book.interactions:
            self.swell.open_entry(node.id)
        elif node.id in book.contacts:
            self.swell.open_person(node.id)
        else:
            self.swell.tell("This person is no longer in the book.", wrong=True)

    def action_copy(self) -> None:
        """Send the branch under the cursor to the terminal's clipboard."""
        node = self._node
        if node is not None:
            self._send(self._paths.tree(node.id, backwards=self._backwards, folded=_AllBut(self._opened), most=ROWS))

    def action_copy_all(self) -> None:
        """Send all rows to the terminal's clipboard."""
        self._send(list(self._shown.values()))

    def _send(self, nodes: Sequence[Node]) -> None:
        text = drawn(nodes, not self.swell.glyphs.braille, backwards=self._backwards)
        self.app.copy_to_clipboard(text + "\n")
        self.swell.tell(f"sent to the terminal: {counted(len(nodes), 'row')} of the tree")


def _row_id(node: Node) -> str:
    """A row is followed once, so that what hangs from it hangs there once."""
    return f"{node.parent}>{node.id}"

"""Saving what the book says about somebody, over a book that another process may have written meanwhile."""

from dataclasses import replace
from typing import Any

import pytest

from domain.book import Work
from domain.editing import Answers, Clash, Edited, Form, Whose, keep_edit, open_form, put_theirs_back
from domain.model import Contact, Rival
from tests.domain.diary import Diary


class Bar:
    """The bar of one contact: opened, changed elsewhere meanwhile, then kept."""

    def __init__(self, **fields: Any) -> None:
        self.diary = Diary()
        self.ana: Contact = self.diary.person("Ana Lopez", organisation="Acme", role="designer", **fields)
        self.form: Form = open_form(self.ana, '@"Ana Lopez"', self.diary.now)

    def meanwhile(self, **fields: Any) -> None:
        """What another process writes."""
        self.diary.change(self.diary.book.contacts[self.ana.id], **fields)

    def keep(self, line: str, answers: Answers | None = None, *, bring_back: bool = False) -> Work[Edited]:
        """Keep a line, then what was chosen over it."""
        diary, told = self.diary, answers or {}
        keep = keep_edit(self.form, line, told, diary.now, diary.id, diary.settings, bring_back=bring_back)
        work = keep(diary.book)
        diary.make(work.changes)
        if work.result.filed:
            diary.make(put_theirs_back(self.form, told)(diary.book).changes)
        return work

    @property
    def now(self) -> Contact:
        """The contact as the book has it."""
        return self.diary.book.contacts[self.ana.id]


def test_a_form_writes_out_what_the_book_says() -> None:
    bar = Bar(place="Leeds", birthday="1984-03-15")
    assert bar.form.offered == '@"Ana Lopez" org:"Acme" role:"designer" place:"Leeds" birthday:"1984-03-15" '


def test_only_what_the_line_changes_is_written() -> None:
    bar = Bar()
    bar.meanwhile(organisation="Acme Ltd", place="Leeds")
    work = bar.keep('@"Ana Lopez" org:"Acme" role:"painter"')
    assert work.result.clashes == ()
    assert bar.now == replace(bar.ana, organisation="Acme Ltd", place="Leeds", role="painter")


@pytest.mark.parametrize("line", ['@"Ana Lopez" org:"Acme" role:"designer" ', '@"Ana Lopez" org:"Acme Ltd"'])
def test_a_line_that_says_what_the_book_says_writes_nothing(line: str) -> None:
    bar = Bar()
    bar.meanwhile(organisation="Acme Ltd")
    work = bar.keep(line)
    assert work.changes == ()
    assert work.result.filed is not None
    assert work.result.filed.label == "nothing was changed"


def test_a_field_changed_on_both_sides_is_asked_about_and_nothing_is_written() -> None:
    bar = Bar()
    bar.meanwhile(organisation="Acme Inc")
    work = bar.keep('@"Ana Lopez" org:"Acme Ltd" role:"painter"')
    assert work.changes == ()
    assert work.result == Edited(clashes=(Clash("organisation", "Acme Ltd", "Acme Inc"),))


@pytest.mark.parametrize(
    ("choice", "organisation", "rivals"),
    [
        ("mine", "Acme Ltd", ()),
        ("theirs", "Acme Inc", ()),
        ("both", "Acme Inc", (Rival(field="organisation", value="Acme Ltd", origin="an edit of 2026-11-22"),)),
    ],
)
def test_each_answer_keeps_the_rest_of_the_line(choice: Whose, organisation: str, rivals: tuple[Rival, ...]) -> None:
    bar = Bar()
    bar.meanwhile(organisation="Acme Inc")
    bar.keep('@"Ana Lopez" org:"Acme Ltd" role:"painter"', {Clash("organisation", "Acme Ltd", "Acme Inc"): choice})
    assert bar.now == replace(bar.ana, organisation=organisation, role="painter", rivals=rivals)


def test_the_value_that_was_not_chosen_is_a_step_of_its_own() -> None:
    bar = Bar()
    bar.meanwhile(organisation="Acme Inc")
    clash = Clash("organisation", "Acme Ltd", "Acme Inc")
    keep = keep_edit(
        bar.form, '@"Ana Lopez" org:"Acme Ltd"', {clash: "theirs"}, bar.diary.now, bar.diary.id, bar.diary.settings
    )
    bar.diary.make(keep(bar.diary.book).changes)
    assert bar.now.organisation == "Acme Ltd"
    back = put_theirs_back(bar.form, {clash: "theirs"})(bar.diary.book)
    assert back.label == "Ana Lopez: organisation Acme Inc"
    bar.diary.make(back.changes)
    assert bar.now.organisation == "Acme Inc"
    assert put_theirs_back(bar.form, {clash: "theirs"})(bar.diary.book).changes == ()


def test_an_answer_to_something_else_is_asked_again() -> None:
    bar = Bar()
    bar.meanwhile(organisation="Acme GmbH")
    work = bar.keep('@"Ana Lopez" org:"Acme Ltd"', {Clash("organisation", "Acme Ltd", "Acme Inc"): "mine"})
    assert work.result.clashes == (Clash("organisation", "Acme Ltd", "Acme GmbH"),)
    assert bar.now.organisation == "Acme GmbH"


def test_a_field_that_was_cleared_meanwhile_is_asked_about() -> None:
    bar = Bar()
    bar.meanwhile(organisation="")
    assert bar.keep('@"Ana Lopez" org:"Acme Ltd"').result.clashes == (Clash("organisation", "Acme Ltd", ""),)


def test_a_circle_typed_into_the_line_is_asked_about_too() -> None:
    bar = Bar()
    bar.meanwhile(circle="inner")
    assert bar.keep('@"Ana Lopez" circle:wide').result.clashes == (Clash("circle", "wide", "inner"),)


def test_what_is_only_added_to_is_never_asked_about() -> None:
    bar = Bar(emails=("ana@acme.example",))
    bar.meanwhile(emails=("ana@acme.example", "ana@home.example"))
    bar.keep('@"Ana Lopez" email:a.lopez@acme.example')
    assert bar.now.emails == ("ana@acme.example", "ana@home.example", "a.lopez@acme.example")


def test_somebody_who_was_renamed_meanwhile_is_still_the_one_in_the_line() -> None:
    bar = Bar()
    bar.meanwhile(name="Ana Diaz")
    bar.keep('@"Ana Lopez" org:"Acme" role:"painter"')
    assert (bar.now.name, bar.now.role) == ("Ana Diaz", "painter")
    assert len(bar.diary.book.contacts) == 1


def test_whoever_was_deleted_meanwhile_is_asked_about_and_comes_back_as_you_left_them() -> None:
    bar = Bar(notes="met at the market")
    bar.diary.book = type(bar.diary.book)({})
    line = '@"Ana Lopez" org:"Acme" role:"painter"'
    assert bar.keep(line) == Work("", (), Edited(gone=True))
    assert bar.diary.book.contacts == {}
    bar.keep(line, bring_back=True)
    assert bar.now == replace(bar.ana, role="painter")


def test_whoever_was_deleted_comes_back_though_nothing_was_changed() -> None:
    bar = Bar()
    bar.diary.book = type(bar.diary.book)({})
    bar.keep(bar.form.offered, bring_back=True)
    assert bar.now == bar.ana


def test_the_rest_of_a_line_is_kept_as_any_other() -> None:
    bar = Bar()
    bar.keep('called @"Ana Lopez" about the move, org:"Acme Ltd"')
    (act,) = bar.diary.book.interactions.values()
    assert (act.kind, act.people) == ("call", (bar.ana.id,))
    assert bar.now.organisation == "Acme Ltd"


def test_a_value_that_a_line_cannot_hold_is_not_written_out_and_stays() -> None:
    bar = Bar(place='"The Yard"')
    assert "place" not in bar.form.offered
    bar.keep(bar.form.offered + "email:ana@acme.example")
    assert bar.now == replace(bar.ana, emails=("ana@acme.example",))

"""Whom a name in a line means: exact names, short forms, initials, last names, namesakes and company."""

import sys
from collections.abc import Iterable
from datetime import date
from subprocess import run

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Book
from domain.capture.calling import bare, marked, short, told_apart
from domain.capture.drafts import ContactDraft, InteractionDraft, Understood
from domain.capture.guess import Company
from domain.capture.names import Names
from domain.capture.nicknames import related
from domain.capture.people import find_people
from domain.capture.understanding import understand
from domain.capture.words import one_line, words_of
from domain.model import Contact, Interaction
from domain.text import fold
from tests.domain.capture_book import MOMENT
from tests.domain.capture_book import book as book_with

TODAY = MOMENT.today
OTHERS = (
    "Robert Hale", "Elizabeth Stone", "Katherine Voss", "Bob Nash", "Anthony Pike", "Antony Ferro", "James Fox",
    "Jean-Luc Picard", "John Fitzgerald Kennedy", "Siobhan O’Hara", "José García", "Dr. Amy Bloom", "王小明",
    "Jack Smith", "Mary Poppins", "Benjamin Trott", "Tim Young",
)  # fmt: skip
BOOK = book_with(*(Contact(id=f"{900 + number:022d}", name=name) for number, name in enumerate(OTHERS)))
NAMES = Names(BOOK.contacts)


def read(line: str) -> Understood:
    return understand(line, BOOK, MOMENT, names=NAMES)


def people(understood: Understood) -> list[str]:
    return list(understood.people.values())


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("called Bob", "Bob Nash"),
        ("called bob about rent", "Bob Nash"),
        ("called Robert", "Robert Hale"),
        ("called Ana L. about rent", "Ana Lopez"),
        ("called Ana L", "Ana Lopez"),
        ("called Dr Okafor", "Ben Okafor"),
        ("called Mr. Hale yesterday", "Robert Hale"),
        ("called Dr. Amy Bloom", "Dr. Amy Bloom"),
        ("called Dr Bloom", "Dr. Amy Bloom"),
        ("helped Jean Luc", "Jean-Luc Picard"),
        ("called jean-luc picard", "Jean-Luc Picard"),
        ("called John Kennedy", "John Fitzgerald Kennedy"),
        ("called John F. Kennedy", "John Fitzgerald Kennedy"),
        ("called Siobhan O'Hara", "Siobhan O’Hara"),
        ("called jose garcia", "José García"),
        ("called José", "José García"),
        ("called lukasz", "Łukasz Nowak"),
        ("called Mary Jane", "Mary Jane O'Neil"),
        ("called Mary O'Neil", "Mary Jane O'Neil"),
        ("和王小明吃饭", "王小明"),
        ("called Tim Young", "Tim Young"),
        ("walk with Eve and May", "Eve Novak, May Tanaka"),
        ("May and I had dinner", "May Tanaka"),
        ("owe Eve a reply", "Eve Novak"),
        ("waiting on May", "May Tanaka"),
        ("Bob: called about the flat", "Bob Nash"),
        ("got a lead for Ana from Cara Weiss", "Cara Weiss"),
    ],
)
def test_a_name_of_the_book_is_no_guess(line: str, person: str) -> None:
    understood = read(line)
    assert (", ".join(sorted(people(understood))), understood.guess) == (person, ())


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("coffee with Liz", "Elizabeth Stone"),
        ("called liz about rent", "Elizabeth Stone"),
        ("Liz is looking for a flat", "Elizabeth Stone"),
        ("called @Kate +fri", "Katherine Voss"),
        ("thanked Katie for the lift", "Katherine Voss"),
        ("called Bob Hale", "Robert Hale"),
        ('called @"Bob Hale"', "Robert Hale"),
        ("called Jim", "James Fox"),
        ("called Benny", "Benjamin Trott"),
        ("called Trott", "Benjamin Trott"),
        ("Okafor helped me", "Ben Okafor"),
        ("sent the deck to Hale", "Robert Hale"),
        ("called J. Smith", "Jack Smith"),
        ("called J Smith", "Jack Smith"),
        ("called @okafor", "Ben Okafor"),
        ("got a lead via:@liz", "Elizabeth Stone"),
        ("introduced Liz to Ana", "Elizabeth Stone"),
    ],
)
def test_a_short_form_or_a_last_name_is_taken_and_said(line: str, person: str) -> None:
    understood = read(line)
    assert person in people(understood)
    assert understood.guess == (person,)


@pytest.mark.parametrize(
    "line",
    [
        "lunch at Hill", "went to Hale", "moved to Reed", "called hale", "liz on the phone list", "rob the bank",
        "coffee in Bloom", "called Ana Okafor", "called Morgan Stanley", "called Ana M.", "met Liz", "called Mat Smith",
        "sent con the list", "read a book about Kate",
    ],
)  # fmt: skip
def test_nobody_is_meant(line: str) -> None:
    assert not set(people(read(line))) - {""}


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        ("lunch with Tony", ("Anthony Pike", "Antony Ferro")),
        ("called Mary", ("Mary Jane O'Neil", "Mary Poppins")),
        ("called Sam about rent", ("Sam Hill", "Sam Okoro")),
        ("helped Ben Carter with his CV", ("Ben Okafor", "new: Ben Carter")),
        ("emailed Tom at HSBC", ("Tom Reed", "new: Tom (HSBC)")),
    ],
)
def test_an_unclear_name_is_a_choice(line: str, candidates: tuple[str, ...]) -> None:
    (choice,) = read(line).choices
    assert choice.candidates == candidates
    for form, candidate in zip(choice.forms, choice.candidates, strict=True):
        taken = read(line[: choice.start] + form + line[choice.end :])
        assert taken.unfiled is None
        assert candidate in people(taken) or candidate.startswith("new: ")


def test_somebody_new_of_another_organisation_is_called_as_the_choice_says() -> None:
    line = "emailed Tom at HSBC about the loan"
    (choice,) = read(line).choices
    contact, kept = read(line[: choice.start] + choice.forms[1] + line[choice.end :]).made
    assert isinstance(contact, ContactDraft)
    assert (contact.person.name, contact.organisation) == ("Tom (HSBC)", "HSBC")
    assert isinstance(kept, InteractionDraft)
    assert kept.text == "about the loan"


@pytest.mark.parametrize(
    ("line", "hints"),
    [
        ("met Tom Reed from Acme", ("org: Acme?",)),
        ("met Tom Reed (Studio Norte) at the fair", ("org: Studio Norte?",)),
        ("met Tom Reed from Barclays", ()),
        ("met Ana Lopez from Acme", ()),
        ("met Tom Reed from work", ()),
    ],
)
def test_another_organisation_of_somebody_named_in_full_is_asked_about(line: str, hints: tuple[str, ...]) -> None:
    assert read(line).hints == hints


@pytest.mark.parametrize("name", ["Quill, Jane", "Quill, Jane Mary", "Jane Quill, PhD"])
def test_a_name_that_is_kept_last_name_first_is_said_the_other_way_round(name: str) -> None:
    book = book_with(Contact(id="9" * 22, name=name))
    for line in ("called Jane", "called Jane Quill"):
        assert people(understand(line, book, MOMENT)) == [name]


@pytest.mark.parametrize(
    ("line", "hints"),
    [("met @pri", ("did you mean Priya Nair?",)), ("met @pr", ()), ("met @sam-x", ()), ("met @may-be", ())],
)
def test_a_name_that_is_not_typed_to_its_end_is_asked_about(line: str, hints: tuple[str, ...]) -> None:
    assert understand(line, book_with(), MOMENT).hints == hints


@pytest.mark.parametrize("place", ["(Barclays)", "from Barclays"])
def test_the_organisation_that_tells_who_it_is_belongs_to_the_name(place: str) -> None:
    line = f"called Tom {place} re the mortgage"
    (token,) = [one for one in understand(line, book_with(), MOMENT).tokens if one.role == "person"]
    assert line[token.start : token.end] == f"Tom {place}".rstrip(")")


def test_somebody_met_by_a_short_form_is_new_and_asked_about() -> None:
    assert "did you mean Elizabeth Stone?" in read("met Liz").hints


@pytest.mark.parametrize(
    ("line", "new"),
    [
        ("met J.R. Smith at the fair", ["J.R. Smith"]),
        ("met J. R. Smythe", ["J. R. Smythe"]),
        ("met April in June", ["April"]),
        ("met Ana and Zed Bloggs", ["Zed Bloggs"]),
        ("met Nadia Rahman (Shelter) and Pete Long (Crisis)", ["Nadia Rahman", "Pete Long"]),
        ("Tom put me in touch with Nora Lind at Spotify", ["Nora Lind"]),
        ("met Ben Carter", ["Ben Carter"]),
        ("met Ana Okafor", ["Ana Okafor"]),
    ],
)
def test_somebody_new(line: str, new: list[str]) -> None:
    assert [draft.person.name for draft in read(line).made if isinstance(draft, ContactDraft)] == new


@pytest.mark.parametrize("line", ["called will", "called eve about the flat"])
def test_a_small_written_word_is_asked_about(line: str) -> None:
    (hint, _) = read(line).hints
    assert hint.startswith("did you mean ")


def namesakes(*fields: dict[str, str]) -> tuple[Book, Names]:
    contacts = [Contact(id=f"{number:022d}", name="Kim Lee", **each) for number, each in enumerate(fields)]  # type: ignore[arg-type]
    at = "2025-11-03T10:00:00+00:00"
    last = Interaction(id="9" * 22, at=at, direction="gave", kind="call", people=(contacts[0].id,))
    book = Book({"contacts": {one.id: one for one in contacts}, "interactions": {last.id: last}})
    return book, Names(book.contacts)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (({"organisation": "Monzo"}, {"organisation": "Hays"}), ("Kim Lee (Monzo)", "Kim Lee (Hays)")),
        (({"organisation": "Monzo"}, {}), ("Kim Lee (Monzo)", "Kim Lee")),
        (({"place": "Leeds"}, {"place": "York"}), ("Kim Lee (Leeds)", "Kim Lee (York)")),
        (({}, {}), ("Kim Lee (last on Mon 3 Nov 2025)", "Kim Lee (nothing logged)")),
    ],
)
def test_people_of_one_name_are_told_apart(fields: Iterable[dict[str, str]], told: tuple[str, ...]) -> None:
    book, names = namesakes(*fields)
    ids = tuple(book.contacts)
    assert told_apart(ids, names, book, TODAY) == told
    understood = understand("called Kim Lee", book, MOMENT, names=names)
    (choice,) = understood.choices
    assert choice.candidates == told
    for form, contact in zip(choice.forms, ids, strict=True):
        assert list(understand(f"called {form} about rent", book, MOMENT, names=names).people) == [contact]


NAME = st.one_of(
    st.sampled_from(OTHERS),
    st.sampled_from(
        ("Ana Lopez", "Ana Diaz", "Ana", "ana lopez", "Mary-Jane", 'Joe "Bob" Hale', "Will", "a", "()", "@x")
    ),
    st.text(min_size=1, max_size=12),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(NAME, st.sampled_from(("", "Monzo", "Hays (UK)", '"'))), min_size=1, max_size=6))
def test_what_is_written_for_somebody_means_nobody_else(people: list[tuple[str, str]]) -> None:
    contacts = {
        f"{number:022d}": Contact(id=f"{number:022d}", name=name, organisation=organisation)
        for number, (name, organisation) in enumerate(people)
    }
    names = Names(contacts)
    for contact in contacts:
        for form in (marked(contact, names), short(contact, names), bare(contact, names)):
            found = find_people(words_of(one_line(form)), names)
            assert [mention.ids for mention in found.mentions] == [(contact,)]


def interaction(number: int, day: str, *people: str, note: bool = False) -> Interaction:
    direction, kind = ("none", "note") if note else ("mutual", "meet")
    return Interaction(id=f"{number:022d}", at=f"{day}T10:00:00+00:00", direction=direction, kind=kind, people=people)  # type: ignore[arg-type]


def guessed(done: list[tuple[str, tuple[str, ...]]], company: set[str], notes: int = 0) -> str:
    made = [interaction(number, day, *people) for number, (day, people) in enumerate(done)]
    made += [interaction(1000 + number, "2026-11-20", "b", note=True) for number in range(notes)]
    book = Book({"interactions": {one.id: one for one in made}})
    return Company().guessed(("a", "b"), company, book, TODAY)


LATELY, LONG_AGO, AHEAD = "2026-11-10", "2025-11-10", "2026-12-10"


@pytest.mark.parametrize(
    ("done", "company", "person"),
    [
        ([], set(), ""),
        ([(LATELY, ("a",))] * 3 + [(LATELY, ("b",))], set(), "a"),
        ([(LATELY, ("a",))] * 5 + [(LATELY, ("b",))] * 2, set(), ""),
        ([(LATELY, ("a",))] * 9 + [(LONG_AGO, ("b", "p"))] * 3 + [(LONG_AGO, ("a", "p"))], {"p"}, "b"),
        ([(LATELY, ("a",))] * 9 + [(LONG_AGO, ("b", "p"))] * 3 + [(LONG_AGO, ("a", "p"))] * 2, {"p"}, "a"),
        ([(LONG_AGO, ("a",))] * 9, set(), ""),
        ([(AHEAD, ("a",))] * 9, set(), ""),
    ],
)
def test_the_one_you_deal_with_most_in_this_company(
    done: list[tuple[str, tuple[str, ...]]], company: set[str], person: str
) -> None:
    assert guessed(done, company) == person


def test_notes_are_no_dealings() -> None:
    assert guessed([(LATELY, ("a",))], set(), notes=5) == "a"


def test_what_is_new_counts_at_once() -> None:
    table = {one.id: one for one in (interaction(1, LATELY, "a"), interaction(2, LATELY, "b"))}
    book, company = Book({"interactions": table}), Company()
    assert company.guessed(("a", "b"), set(), book, TODAY) == ""
    for number in range(3, 6):
        table[f"{number:022d}"] = interaction(number, LATELY, "a")
    assert company.guessed(("a", "b"), set(), book, TODAY) == "a"
    assert company.guessed(("a", "b"), set(), book, date(2028, 1, 1)) == ""


def test_of_many_people_of_one_name_the_likeliest_are_offered() -> None:
    contacts = {f"{number:022d}": Contact(id=f"{number:022d}", name=f"Kim L{number}") for number in range(40)}
    done = {one.id: one for one in (interaction(number, LATELY, f"{30 + number % 2:022d}") for number in range(4))}
    book = Book({"contacts": contacts, "interactions": done})
    understood = understand("called Kim", book, MOMENT)
    (choice,) = understood.choices
    assert choice.candidates[:3] == ("Kim L30", "Kim L31", "Kim L0")
    assert len(choice.forms) == 8
    assert understood.unfiled is not None
    assert understood.unfiled.why.startswith("40 people are called Kim: ")


def test_short_forms_go_both_ways_and_come_folded() -> None:
    assert {"bob", "rob"} <= related("robert")
    assert "robert" in related("bob")
    assert related("ana") & related("lukasz") == frozenset()
    assert all(fold(name) == name for name in related("katherine") | related("antonio"))


def test_short_forms_are_loaded_only_for_a_name_that_is_otherwise_unknown() -> None:
    code = (
        "import sys; from tests.domain.capture_book import BOOK, MOMENT, NAMES;"
        "from domain.capture.understanding import understand;"
        "[understand(line, BOOK, MOMENT, names=NAMES) for line in"
        " ('called Ana about rent +2w', 'yesterday: coffee with Ben and Dee', 'posted about tea')];"
        "print('domain.capture.nicknames' in sys.modules)"
    )
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"

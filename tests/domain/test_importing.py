"""Importing: who is somebody known, what is filled in, and what is left to the user."""

from collections.abc import Sequence
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.book import Book, Put
from domain.identity import name_words
from domain.importing import Card, ImportPlan, Problem, import_people, import_work, plan
from domain.model import Contact
from domain.settings import Settings

ME = Settings(name="Kim Vale", addresses=("kim@vale.example",))


def card(name: str = "", line: int = 2, file: str = "Connections.csv", **fields: Any) -> Card:
    return Card(file=file, line=line, name=name, **fields)


def book_of(*contacts: Contact) -> Book:
    return Book({"contacts": {contact.id: contact for contact in contacts}})


def contact(number: int, name: str, **fields: Any) -> Contact:
    return Contact(id=f"{number:022d}", name=name, **fields)


def ids() -> Any:
    numbers = count(10**9)
    return lambda: f"{next(numbers):022d}"


def counts(planned: ImportPlan) -> tuple[int, int, int, int, int]:
    report = planned.report
    return report.created, report.updated, report.unchanged, report.ambiguous, report.skipped


ANA = contact(1, "Ana Lopez", emails=("ana@studio.example",), phones=("+46 70 123 45 67",), organisation="Studio Norte")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (card("Ana Lopez", emails=("ANA@Studio.example",)), "e-mail, folded"),
        (card("Ana", emails=("ana@studio.example",)), "e-mail and the first name"),
        (card("", emails=("ana@studio.example",)), "e-mail with no name at all"),
        (card("A. Lopez", emails=("ana@studio.example",)), "e-mail and an initial"),
        (card("Ana Maria Lopez", phones=("+46701234567",)), "phone and a middle name more"),
        (card("Ana Lopez", phones=("070-123 45 67",)), "phone without its country"),
        (card("Ána López", organisation="STUDIO norte"), "name and organisation, folded"),
        (card("Dr. Ana Lopez, PhD", organisation="Studio Norte AB"), "honorifics and legal forms dropped"),
        (card("Lopez, Ana", organisation="Studio Norte"), "family name first"),
        (card("Ana Lopez"), "the full name, where nothing speaks against it"),
    ],
)
def test_an_entry_about_somebody_known_makes_nobody(entry: Card, why: str) -> None:
    planned = plan(book_of(ANA), [entry], ME)
    assert (len(planned.created), planned.ambiguous) == (0, 0), why
    assert planned.unchanged + len(planned.updated) == 1


@pytest.mark.parametrize(
    "entry",
    [
        card("Ben Okafor", emails=("ben@x.example",)),
        card("Ana Lopez", organisation="Another Firm"),
        card("Ana", organisation="Another Firm"),
        card("Ana"),
    ],
)
def test_an_entry_about_somebody_else_makes_a_person_without_circle(entry: Card) -> None:
    planned = plan(book_of(ANA), [entry], ME)
    assert counts(planned) == (1, 0, 0, 0, 0)
    assert planned.created[0].name == entry.name
    assert planned.created[0].circle == ""


BEN = contact(2, "Ben Okafor", emails=("ben@x.example",), phones=("+44 20 7946 0001",))
OTHER_ANA = contact(3, "Ana Lopez", organisation="Harbour Bank", links=("https://www.linkedin.com/in/ana-harbour",))


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (card("Zed Quill", emails=("ana@studio.example",)), "but the name is another"),
        (card("Ana Quill", emails=("ana@studio.example",)), "but the name is another"),
        (card("Eva Lopez", emails=("ana@studio.example",)), "but the name is another"),
        (card("", emails=("ana@studio.example", "ben@x.example")), "Ana Lopez (Studio Norte) and Ben Okafor"),
        (card("Ana Lopez", emails=("ana@studio.example",), phones=("+442079460001",)), "the phone that of Ben Okafor"),
        (card("Mum", phones=("+46701234567",)), "but the name is another"),
        (card("Ana Lopez"), "the name fits Ana Lopez (Studio Norte) and Ana Lopez (Harbour Bank)"),
        (
            card("Ana Lopez", organisation="Harbour Bank", links=("https://linkedin.com/in/ana-2",)),
            "has another profile",
        ),
        (card("Ben Okafor", emails=("ben@elsewhere.example",)), "but address or phone is another"),
        (card("Zed Quill", links=("http://linkedin.com/in/ana-harbour/",)), "but the name is another"),
    ],
)
def test_a_doubt_is_reported_and_nothing_merged(entry: Card, said: str) -> None:
    planned = plan(book_of(ANA, BEN, OTHER_ANA), [entry], ME)
    assert counts(planned) == (0, 0, 0, 1, 0)
    assert said in planned.problems[0].reason
    assert (planned.problems[0].file, planned.problems[0].line) == ("Connections.csv", 2)


def test_another_birthday_tells_namesakes_apart() -> None:
    known = contact(4, "Eve Novak", organisation="Acme", birthday="1984-03-15")
    assert plan(book_of(known), [card("Eve Novak", organisation="Acme", birthday="--03-16")], ME).ambiguous == 1
    assert plan(book_of(known), [card("Eve Novak", organisation="Acme", birthday="--03-15")], ME).unchanged == 1


def test_a_profile_finds_somebody_who_changed_firms() -> None:
    entry = card("Ana Lopez", organisation="New Firm", links=("https://linkedin.com/in/Ana-Harbour?trk=x",), role="CEO")
    planned = plan(book_of(OTHER_ANA), [entry], ME)
    assert counts(planned) == (0, 1, 0, 0, 0)
    assert planned.updated[0].organisation == "Harbour Bank"
    assert planned.updated[0].role == "CEO"


def test_people_who_share_a_phone_stay_apart() -> None:
    entries = [
        card("Anna Berg", line=2, phones=("08-123 45 67",)),
        card("Bo Berg", line=3, phones=("08-123 45 67",)),
    ]
    planned = plan(Book(), entries, ME)
    assert counts(planned) == (2, 0, 0, 0, 0)
    assert planned.problems == (
        Problem("Connections.csv", 3, "Bo Berg has the phone of Anna Berg; kept as a person apart"),
    )


def test_namesakes_in_one_file_with_addresses_of_their_own_stay_apart() -> None:
    entries = [card("Ann Lee", line=line, emails=(f"ann{line}@x.example",)) for line in (2, 3, 4)]
    first = plan(Book(), entries, ME)
    assert counts(first) == (3, 0, 0, 0, 0)
    assert [problem.line for problem in first.problems] == [3, 4]
    assert "kept as a person apart" in first.problems[0].reason
    book = Book().with_changes(import_work(first, ids()).changes)
    assert counts(plan(book, entries, ME)) == (0, 0, 3, 0, 0)
    another = card("Ann Lee", file="people.vcf", emails=("lee@y.example",))
    assert counts(plan(book, [another], ME)) == (0, 0, 0, 1, 0)
    assert counts(plan(Book(), [*entries, another], ME)) == (3, 0, 0, 1, 0)


def test_a_name_that_very_many_have_tells_nobody() -> None:
    entries = [card("Ann Lee", line=line, emails=(f"ann{line}@x.example",)) for line in range(2, 102)]
    assert counts(plan(Book(), entries, ME)) == (51, 0, 0, 49, 0)


def test_a_switchboard_is_nobodys_own() -> None:
    families = ("Moss", "Fern", "Reed", "Vale", "Sá")
    names = [f"{first} {family}" for first in ("Ada", "Bea", "Cid", "Dov", "Eva") for family in families]
    entries = [card(name, line=2 + line, phones=("+44 20 7946 0000",)) for line, name in enumerate(names)]
    first = plan(Book(), entries, ME)
    assert counts(first) == (25, 0, 0, 0, 0)
    assert len(first.problems) == 20
    book = Book().with_changes(import_work(first, ids()).changes)
    assert counts(plan(book, entries, ME)) == (0, 0, 25, 0, 0)
    assert counts(plan(book, [card("Gus Hill", phones=("+44 20 7946 0000",))], ME)) == (1, 0, 0, 0, 0)


def test_existing_values_stay_gaps_are_filled_and_lists_united() -> None:
    known = contact(
        5,
        "Cara Weiss",
        emails=("cara@x.example",),
        phones=("070-123 45 67",),
        role="Editor",
        tags=("press",),
        links=("https://www.cara.example/",),
        circle="close",
    )
    entry = card(
        "Cara Weiss",
        emails=("Cara@X.example", "cw@home.example"),
        phones=("+46 70 123 45 67", "+46 8 555 00 00"),
        aliases=("Caz", "Cara Weiss"),
        role="Chief Editor",
        organisation="The Gazette",
        place="Leeds",
        tags=("Press", "choir"),
        links=("http://cara.example", "https://choir.example"),
        birthday="--05-01",
        notes="sings",
        met_on="2024-03-15",
    )
    planned = plan(book_of(known), [entry], ME)
    assert planned.updated == (
        Contact(
            id=known.id,
            name="Cara Weiss",
            aliases=("Caz",),
            emails=("cara@x.example", "cw@home.example"),
            phones=("070-123 45 67", "+46 8 555 00 00"),
            organisation="The Gazette",
            role="Editor",
            place="Leeds",
            tags=("press", "choir"),
            birthday="--05-01",
            links=("https://www.cara.example/", "https://choir.example"),
            notes="sings",
            met_on="2024-03-15",
            circle="close",
        ),
    )


def test_duplicates_within_and_across_files_make_one_person() -> None:
    entries = [
        card("Dee Marsh", line=2, emails=("dee@x.example",)),
        card("Dee Marsh", line=3, emails=("dee@x.example",), phones=("+44 20 7946 0002",)),
        card("Dee Marsh", line=9, file="people.vcf", phones=("020 7946 0002",), role="Baker"),
    ]
    planned = plan(Book(), entries, ME)
    assert counts(planned) == (1, 0, 0, 0, 0)
    assert planned.created[0].role == "Baker"
    assert planned.label == "imported 1 person from 2 files"


def test_several_of_one_name_do_not_share_the_one_without_an_organisation() -> None:
    john = contact(6, "John Adeyemi")
    entries = [card("John Adeyemi", line=2, organisation="Acme"), card("John Adeyemi", line=3, organisation="Bolt")]
    assert counts(plan(book_of(john), entries, ME)) == (0, 0, 0, 2, 0)
    assert counts(plan(book_of(john), entries[:1], ME)) == (0, 1, 0, 0, 0)


@pytest.mark.parametrize("entry", [card("KIM VALE"), card("K.", emails=("Kim@Vale.example",))])
def test_you_yourself_are_skipped(entry: Card) -> None:
    planned = plan(Book(), [entry], ME)
    assert counts(planned) == (0, 0, 0, 0, 1)
    assert planned.problems == ()


@pytest.mark.parametrize(
    ("entry", "called"),
    [
        (card(emails=("info@x.example",)), "info@x.example"),
        (card(organisation="Acme"), "Acme"),
        (card(met_on="2021-02-05"), "an entry"),
    ],
)
def test_nobody_is_made_without_a_name(entry: Card, called: str) -> None:
    planned = plan(Book(), [entry], Settings())
    assert counts(planned) == (0, 0, 0, 0, 1)
    assert planned.problems[0].reason == f"{called} is left out: it has no name"


@pytest.mark.parametrize("name", ["[/]", "🌊", "李雷", "[@click=app.quit]x[/]", "..."])
def test_any_name_is_a_name(name: str) -> None:
    planned = plan(Book(), [card(name), card(name, line=3)], Settings())
    assert counts(planned) == (1, 0, 0, 0, 0)


def test_name_words() -> None:
    assert name_words("Prof. Dr. Łukasz Nowak MBA") == ("lukasz", "nowak")
    assert name_words("Jack Ma") == ("jack", "ma")
    assert name_words("Dr") == ("dr",)
    assert name_words("O’Neil, Mary Jane") == ("mary", "jane", "oneil")


def test_the_operation_is_one_step_on_the_data_it_is_given() -> None:
    found = [Problem("Connections.csv", 7, "this line cannot be read")]
    operation = import_people([card("Ana Lopez", role="Founder"), card("Ben Okafor", line=3)], found, ME, ids())
    work = operation(book_of(ANA))
    assert work.label == "imported 2 people from Connections.csv"
    assert work.result.problems == tuple(found)
    assert (work.result.created, work.result.updated) == (1, 1)
    made, changed = (change.record for change in work.changes if isinstance(change, Put))
    assert isinstance(made, Contact)
    assert isinstance(changed, Contact)
    assert (made.name, made.id) == ("Ben Okafor", f"{10**9:022d}")
    assert (changed.id, changed.role) == (ANA.id, "Founder")
    assert operation(Book()).result.created == 2


NAMES = st.sampled_from(["Ana Lopez", "Ana", "Ben Berg", "Bo Berg", "Mum", "", "Lopez, Ana", "A. Lopez", "李雷"])
ADDRESSES = st.sampled_from(["a@x.example", "b@x.example", "c@x.example"])
PHONES = st.sampled_from(["+46701234567", "0701234567", "+46709999999", "112"])
ENTRIES = st.builds(
    Card,
    file=st.sampled_from(["people.vcf", "Connections.csv"]),
    line=st.integers(1, 99),
    name=NAMES,
    aliases=st.sampled_from([(), (), ("Mum",), ("Annie",)]),
    emails=st.lists(ADDRESSES, max_size=2).map(tuple),
    phones=st.lists(PHONES, max_size=2).map(tuple),
    organisation=st.sampled_from(["", "", "Acme", "Acme Ltd", "Bolt"]),
    links=st.sampled_from([(), (), ("linkedin.com/in/one",), ("linkedin.com/in/two",)]),
    birthday=st.sampled_from(["", "", "--03-15", "1984-03-16"]),
    role=st.sampled_from(["", "CEO"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(ENTRIES, max_size=8), st.lists(ENTRIES, max_size=5))
def test_a_second_import_changes_nothing(before: Sequence[Card], entries: Sequence[Card]) -> None:
    numbers = ids()
    book = Book().with_changes(import_work(plan(Book(), before, ME), numbers).changes)
    first = plan(book, entries, ME)
    after = book.with_changes(import_work(first, numbers).changes)
    second = plan(after, entries, ME)
    assert (second.created, second.updated) == ((), ())
    assert second.ambiguous == first.ambiguous
    assert second.skipped == first.skipped


@settings(max_examples=100, deadline=None)
@given(st.lists(ENTRIES, max_size=8), st.lists(ENTRIES, max_size=5))
def test_nothing_the_book_says_is_lost(before: Sequence[Card], entries: Sequence[Card]) -> None:
    book = Book().with_changes(import_work(plan(Book(), before, ME), ids()).changes)
    for fuller in plan(book, entries, ME).updated:
        known = book.contacts[fuller.id]
        assert fuller.name == known.name
        assert not known.organisation or fuller.organisation == known.organisation
        assert set(known.emails) <= set(fuller.emails)
        assert set(known.phones) <= set(fuller.phones)

"""What tab offers, and that whatever is taken is understood as what it said."""

from datetime import UTC

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.book import Book
from domain.capture.completing import Completion, Offer, offers
from domain.capture.dates import shown
from domain.capture.drafts import Draft, FollowUpDraft, InteractionDraft, Understood
from domain.capture.names import Names
from domain.capture.people import find_people
from domain.capture.understanding import understand
from domain.capture.vocabulary import vocabulary_of
from domain.capture.words import one_line, words_of
from domain.model import Contact
from domain.sample.book import sample_book
from tests.domain.capture_book import BOOK, MOMENT
from tests.domain.capture_book import book as book_with

SAMPLE = Book(sample_book(MOMENT.today, UTC))
NAMES = Names(SAMPLE.contacts)
WORDS = vocabulary_of(SAMPLE, NAMES)
RAW = sorted({each.raw for each in SAMPLE.interactions.values()} | {each.raw for each in SAMPLE.answers.values()})


def read(line: str) -> Understood:
    return understand(line, SAMPLE, MOMENT, names=NAMES)


def offered(typed: str) -> list[Offer]:
    """The offers at the bar in a line, else at its end."""
    line, cursor = typed.replace("|", ""), typed.find("|") if "|" in typed else len(typed)
    return list(offers(line, cursor, read(line), WORDS))


def lines(typed: str) -> list[str]:
    return [f"{offer.line[: offer.cursor]}|{offer.line[offer.cursor :]}" for offer in offered(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("called @pri", "called @Priya|"),
        ("called @sam", 'called @"Sam Okoro"|'),
        ("called @jhon", "called @John|"),
        ("called @gwc", "called @George|"),
        ("called @pri| about rent", 'called @"Priya Nair"| about rent'),
        ('called @"mary ja', "called @Mary|"),
        ("called @caz", "called @Cara|"),
        ("got a lead via:@ca", "got a lead via:@Cara|"),
        ("called pri", "called Priya Nair|"),
        ("called mary ja", "called Mary Jane O'Neil|"),
        ("lunch with lei", "lunch with Leila Amiri|"),
        ("called Ana tag:de", "called Ana tag:design|"),
        ("called Ana #pyl", "called Ana #pyleeds|"),
        ("called Ana +f", "called Ana +fri|"),
        ("called Ana +5", "called Ana +5w|"),
        ("called Ana when:y", "called Ana when:yesterday|"),
        ("called Ana yes", "called Ana yesterday|"),
        ("call Ana tom", "call Ana tomorrow|"),
        ("@Ana circle:", "@Ana circle:inner|"),
        ("@Ana circle:cl", "@Ana circle:close|"),
        ("met Ana, nee", "met Ana, need:|"),
        ("thanks to Ana for the lead", "thanked Ana for the lead|"),
        ("called Ana ", "called Ana +2w|"),
        ("called Ana", "called Ana +2w|"),
        ("sent Ana the gym list", "sent Ana the gym list +2w|"),
    ],
)
def test_the_best_offer(typed: str, first: str) -> None:
    assert [*lines(typed), typed + "|"][0] == first


@pytest.mark.parametrize(
    "typed",
    ["", " ", "called Ana +2w +f", "circle:", r"called \@pri", 'called Ana "so pri|"', "+2w "],
)
def test_nothing_is_offered(typed: str) -> None:
    assert not lines(typed)


def test_what_is_offered_at_an_empty_end() -> None:
    assert [offer.words for offer in offered("called Ana ")] == [
        "+2w, Sun 6 Dec", "+1w, Sun 29 Nov", "+1m, Tue 22 Dec", "min:30, 30 minutes", "#design", "#pyleeds",
    ]  # fmt: skip
    assert [offer.words for offer in offered("called Ana +2w #design min:20 ")] == ["#pyleeds", "#community"]


def test_people_come_with_their_organisation() -> None:
    assert [offer.words for offer in offered("called @sam")][:2] == [
        "Sam Okoro, Tidewater", "Sam Hill, Hill & Daughters",
    ]  # fmt: skip


def test_an_unclear_name_offers_its_people_wherever_it_stands() -> None:
    book = book_with(Contact(id="1" * 22, name="Ana Diaz"))
    names = Names(book.contacts)
    vocabulary = vocabulary_of(book, names)
    line = "called Ana about rent"
    understood = understand(line, book, MOMENT, names=names)
    found = offers(line, len(line), understood, vocabulary)
    assert [offer.words for offer in found] == ["Ana Lopez", "Ana Diaz"]
    assert [offer.line for offer in found] == ['called @"Ana Lopez" about rent', 'called @"Ana Diaz" about rent']
    assert all(offer.cursor == len(offer.line) for offer in found)


def test_tab_goes_round_and_comes_back_to_what_was_typed() -> None:
    completion = Completion(lambda line, cursor: offers(line, cursor, read(line), WORDS))
    first = completion.step("called @sam", 11, 1)
    assert (first, completion.at) == (('called @"Sam Okoro"', 19), 0)
    assert first is not None
    second = completion.step(*first, 1)
    assert second == ('called @"Sam Hill"', 18)
    assert completion.step(*second, -1) == first
    assert completion.step(*first, -1) == ("called @sam", 11)
    assert (completion.at, len(completion.open)) == (-1, len(offered("called @sam")))
    assert completion.step("called @sam", 11, -1) == (completion.open[-1].line, completion.open[-1].cursor)
    assert completion.step("called @pri", 11, 1) == ("called @Priya", 13)
    completion.close()
    assert (completion.open, completion.at) == ((), -1)


def test_tab_says_nothing_where_nothing_fits() -> None:
    completion = Completion(lambda _line, _cursor: ())
    assert completion.step("called", 6, 1) is None
    assert completion.open == ()


PIECES = (
    "@pri", "@sa", "@", '@"mar', "via:@be", "pri", "An", "mary ja", "#de", "tag:", "#", "+", "+f", "+1", "+n", "when:",
    "when:f", "yes", "mon", "tom", "frid", "circle:", "circle:w", "", "Ana ", "and ", "she ", "sam",
)  # fmt: skip
LINES = st.one_of(
    st.builds(lambda raw, end: f"{raw} {end}", st.sampled_from(RAW), st.sampled_from(PIECES)),
    st.builds(lambda raw, cut: raw[: cut % (len(raw) + 1)], st.sampled_from(RAW), st.integers(0, 200)),
    st.lists(
        st.sampled_from(("called", "call", "Ana", "Ben", "Sam", "got", "a", "lead", "from", "with", "; sent", *PIECES)),
        max_size=7,
    ).map(" ".join),
)


@settings(max_examples=500, deadline=None)
@given(LINES, st.integers(0, 200), st.booleans())
@example("Kofi sent me the recording, with a kind word at min", 0, True)
def test_what_is_taken_is_understood_as_what_it_said(line: str, place: int, at_end: bool) -> None:
    cursor = len(line) if at_end else place % (len(line) + 1)
    found = offers(line, cursor, read(line), WORDS)
    assert len(found) <= 8
    for offer in found:
        assert offer.line != line
        assert 0 <= offer.cursor <= len(offer.line)
        assert_as_said(offer, read(offer.line))


def assert_as_said(offer: Offer, after: Understood) -> None:
    if after.unfiled is not None and not after.tokens:
        return  # a line of marks alone, which holds for the lines after it
    said = offer.words
    taken = offer.line[: offer.cursor]
    here = {(token.role, token.words) for token in after.tokens if token.start < offer.cursor <= token.end}
    if said.startswith("#"):
        assert ("tag", said[1:]) in here
    elif said.startswith("min:") and ": " not in said:
        assert any(isinstance(draft, InteractionDraft) and draft.minutes == 30 for draft in after.made)
    elif said.startswith("circle:"):
        assert ("field", said.replace(":", " ")) in here
    elif said.startswith(("+", "when:")) and ": " not in said:
        role = "follow-up" if said.startswith("+") else "date"
        assert (role, said.rpartition(", ")[2].removeprefix("+").removeprefix("when:")) in here, (offer, here)
    elif ", not " in said or said.endswith(":") or ": " in said:
        return
    elif taken.split()[-1] in ("yesterday", "tomorrow") or taken.endswith("day"):
        assert said.rpartition(", ")[2] in {shown(day, MOMENT.today) for day in map(day_of, after.made) if day}
    else:
        assert_person(offer, said)


def day_of(draft: Draft) -> object:
    return draft.day if isinstance(draft, InteractionDraft) else draft.due if isinstance(draft, FollowUpDraft) else None


def assert_person(offer: Offer, said: str) -> None:
    people = find_people(words_of(one_line(offer.line)), NAMES)
    ids = {mention.ids[0] for mention in people.mentions if len(mention.ids) == 1}
    ids |= {NAMES.named(word.name)[0] for word in people.words if word.mark == "via" and NAMES.named(word.name)}
    named = {NAMES.contact(person).name for person in ids}
    assert any(said == name or said.startswith((f"{name},", f"{name} (")) for name in named)


@given(LINES)
def test_offers_stay_the_same_while_nothing_changes(line: str) -> None:
    assert offers(line, len(line), read(line), WORDS) == offers(line, len(line), read(line), WORDS)


def test_the_sample_is_another_book_than_that_of_the_grammar() -> None:
    assert set(SAMPLE.contacts) != set(BOOK.contacts)

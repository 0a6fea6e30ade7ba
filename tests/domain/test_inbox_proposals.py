"""The line that `d` opens with, source by source, and how people are called in it."""

import pytest

from domain.capture.drafts import AnswerDraft, InteractionDraft
from domain.capture.understanding import understand
from domain.inbox.item import Item, Term
from domain.inbox.names import called, title
from domain.inbox.proposals import other_words, proposal
from domain.model import Direction, FollowUpKind, Kind, Question
from tests.domain.diary import Diary


def offered(diary: Diary, source: str) -> str:
    return proposal(diary.item(source), diary.index(), diary.now)


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("promise", "the gym list", "sent Ana the gym list"),
        ("promise", "two names", "sent Ana two names"),
        ("promise", "send the deck", "sent Ana the deck"),
        ("promise", "share the slides", "shared the slides with Ana"),
        ("promise", "help with her CV", "helped Ana with her CV"),
        ("promise", "introduce Ana to Dee", "introduced Ana to Dee"),
        ("promise", "cook dinner", "helped Ana: cook dinner"),
        ("promise", "a word with Priya", "helped Ana: a word with Priya"),
        ("promise", "", "helped Ana"),
        ("waiting", "the contract", "got the contract from Ana"),
        ("waiting", "", "heard back from Ana"),
        ("reminder", "call Ana", "called Ana"),
        ("reminder", "call Ana about the venue", "called Ana about the venue"),
        ("reminder", "email about the venue", "emailed Ana about the venue"),
        ("reminder", "dinner", "dinner with Ana"),
        ("reminder", "about the studio", "messaged Ana about the studio"),
        ("reminder", "her birthday cake", "messaged Ana about her birthday cake"),
        ("reminder", "tried to call, no answer", "messaged Ana"),
        ("reminder", "", "messaged Ana"),
    ],
)
def test_a_follow_up_done(kind: FollowUpKind, text: str, line: str) -> None:
    diary = Diary()
    diary.follow_up(kind, diary.person("Ana Lopez", ""), text=text)
    assert offered(diary, kind) == line


def test_a_reminder_about_nobody() -> None:
    diary = Diary()
    diary.follow_up("reminder", text="post the talk")
    assert offered(diary, "reminder") == "posted the talk"
    assert other_words(diary.item("reminder"), diary.index(), diary.now) == ()


@pytest.mark.parametrize(
    ("kind", "text", "line"),
    [
        ("lead", "a job lead", "thanked Eve for the job lead"),
        ("lead", "a job lead at Acme, not posted yet", "thanked Eve for the job lead at Acme"),
        ("help", "with my CV", "thanked Eve for the help with my CV"),
        ("help", "", "thanked Eve for the help"),
        ("introduction", "the intro to the CTO of Monzo", "thanked Eve for the intro to the CTO of Monzo"),
        ("lead", "", "thanked Eve for the lead"),
    ],
)
def test_thanks_for_a_return(kind: Kind, text: str, line: str) -> None:
    diary = Diary()
    diary.act(diary.person("Eve Novak", ""), direction="got", kind=kind, text=text, ago=2)
    assert offered(diary, "thanks") == line


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("message", "messaged Łukasz"),
        ("call", "called Łukasz"),
        ("meet", "met Łukasz"),
        ("listen", "listened to Łukasz"),
        ("help", "messaged Łukasz"),
    ],
)
def test_rhythm_offers_the_last_verb_again(kind: Kind, line: str) -> None:
    diary = Diary()
    who = diary.person("Łukasz Nowak", "inner")
    diary.act(who, kind="chat", ago=40)
    diary.act(who, kind=kind, ago=20)
    diary.act(who, direction="none", kind="note", ago=2)
    assert offered(diary, "rhythm") == line


def test_a_birthday() -> None:
    diary = Diary()
    diary.person("May Tanaka", birthday="--11-22")
    assert offered(diary, "birthday") == "messaged May, happy birthday"


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("looking_for", "Ana is looking for a studio"),
        ("after", "Ana is after a studio"),
        ("working_on", "Ana is working on a studio"),
        ("interested_in", "Ana is interested in a studio"),
        ("offers", "Ana can help with a studio"),
    ],
)
def test_a_stale_answer_is_offered_as_still_true(question: Question, line: str) -> None:
    diary = Diary()
    diary.told(diary.person("Ana Lopez"), question, "a studio", ago=70)
    assert offered(diary, "stale") == line


def test_a_capture_is_its_own_line() -> None:
    diary = Diary()
    diary.unfiled("called Sam +1w")
    assert offered(diary, "unfiled") == "called Sam +1w"


@pytest.mark.parametrize(
    ("stage", "line"),
    [
        ("idea", "asked Lena about meeting Kofi"),
        ("asked_a", "asked Lena about meeting Kofi"),
        ("asked_b", "introduced Kofi to Lena"),
        ("made", "heard back from Kofi, the introduction to Lena went well"),
    ],
)
def test_the_words_of_a_step(stage: str, line: str) -> None:
    diary = Diary()
    diary.introduced(diary.person("Kofi Mensah", ""), diary.person("Lena Fischer", ""), stage, ago=30)  # type: ignore[arg-type]
    assert offered(diary, "intro") == line


def test_a_match() -> None:
    diary = Diary()
    cara, dee = diary.person("Cara Weiss"), diary.person("Dee Marsh")
    match = Item(
        key="match",
        source="match",
        reason="",
        when="",
        due="",
        terms=(Term("a match", 1, 3),),
        people=(cara.id, dee.id),
    )
    assert proposal(match, diary.index(), diary.now) == "introduced Cara to Dee"
    assert title(match, diary.book.contacts) == "Cara ↔ Dee"
    assert title(match, diary.book.contacts, between="<>") == "Cara <> Dee"


def test_the_first_give() -> None:
    diary = Diary()
    assert offered(diary, "first") == "posted "
    who = diary.person("Ana Lopez")
    diary.act(who, ago=1)
    diary.told(who, "working_on", "her portfolio", ago=8)
    assert offered(diary, "first") == "messaged Ana about her portfolio"


def test_other_words_leave_out_the_proposal_and_nudge_where_one_waits() -> None:
    diary = Diary()
    diary.follow_up("waiting", diary.person("Ben Okafor", ""), text="the contract")
    words = other_words(diary.item("waiting"), diary.index(), diary.now)
    assert words[:2] == ("called Ben about the contract", "nudged Ben about the contract")
    diary.follow_up("reminder", diary.person("Eve Novak", ""), text="call Eve")
    words = other_words(diary.item("reminder"), diary.index(), diary.now)
    assert "called Eve" not in words
    assert "messaged Eve" in words


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ana Lopez"], "Ana"),
        (["Ana Lopez", "Ana Diaz"], "Ana Lopez"),
        (["Ana Lopez", "ána"], "Ana Lopez"),
        (["李雷"], "李雷"),
        (["J. Miller"], "J. Miller"),
        (["Dr. Ana Lopez"], "Dr. Ana Lopez"),
        (["tom-monzo"], "tom-monzo"),
    ],
)
def test_people_are_called_by_what_only_they_are_called(names: list[str], said: str) -> None:
    diary = Diary()
    people = [diary.person(name) for name in names]
    assert called(people[0].id, diary.book.contacts) == said


def test_an_alias_of_somebody_else_is_no_short_name() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.person("Joana Prates", aliases=("Ana",))
    assert called(ana.id, diary.book.contacts) == "Ana Lopez"
    assert called("gone", diary.book.contacts) == "somebody"


def test_how_rows_open() -> None:
    diary = Diary()
    diary.unfiled("a")
    diary.unfiled("b")
    assert title(diary.item("unfiled"), diary.book.contacts, 2) == "two captures"
    diary.follow_up("promise", diary.person("Ana Lopez"), diary.person("Ben Okafor"), text="a word")
    assert title(diary.item("promise"), diary.book.contacts) == "Ana Lopez and Ben Okafor"


@pytest.mark.parametrize(
    ("kind", "text", "direction", "meant"),
    [
        ("promise", "the gym list", "gave", "share"),
        ("promise", "send the deck", "gave", "share"),
        ("promise", "help with her CV", "gave", "help"),
        ("promise", "cook dinner", "gave", "help"),
        ("waiting", "the contract", "got", "share"),
        ("waiting", "", "got", "message"),
        ("reminder", "call Ana about the venue", "gave", "call"),
        ("reminder", "dinner", "mutual", "meet"),
        ("reminder", "tried to call, no answer", "gave", "message"),
    ],
)
def test_a_proposal_is_understood_as_it_is_meant(
    kind: FollowUpKind, text: str, direction: Direction, meant: Kind
) -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez", "")
    diary.person("Anabel Weiss", "")
    diary.follow_up(kind, ana, text=text)
    (draft,) = understand(offered(diary, kind), diary.book, diary.now, shell=True).made
    assert isinstance(draft, InteractionDraft)
    assert (draft.direction, draft.kind, draft.people) == (direction, meant, (ana.id,))


@pytest.mark.parametrize("question", ["looking_for", "after", "working_on", "interested_in", "offers"])
@pytest.mark.parametrize(
    "text",
    [
        "a studio in Leeds by January",
        "a flat, light; by spring",
        "called Ben and went home",
        "C++ / Rust, 20 people",
        "her own practice via Ben",
        "@ben",
        "a co-founder +1w",
        "#tag stuff",
        "tomorrow",
        "a 45m slot",
        "money. Then fame",
        "ein Büro in Köln-Deutz",
        "Ben Okafor",
        "what is next?",
        "someone who can help with a CV",
    ],
)
def test_accepting_a_stale_answer_renews_it_and_nothing_else(question: Question, text: str) -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.person("Ben Okafor", "")
    diary.told(ana, question, text, ago=70)
    (draft,) = understand(offered(diary, "stale"), diary.book, diary.now, shell=True).made
    assert draft == AnswerDraft(ana.id, question, text, diary.now.today)


def test_how_an_introduction_went_is_offered_in_two_ways() -> None:
    diary = Diary()
    diary.introduced(diary.person("Kofi Mensah", ""), diary.person("Lena Fischer", ""), "made", ago=30)
    words = other_words(diary.item("intro"), diary.index(), diary.now)
    assert words[0] == "heard back from Kofi, nothing came of the introduction to Lena"

"""A person as the screens show one."""

import pytest

from domain.lines import happened, line
from domain.model import Contact, Direction, Kind
from domain.people import Profile, profile
from tests.domain.diary import TODAY, Diary


def shown(diary: Diary, who: Contact, lines: int = 5) -> Profile:
    return profile(diary.index(), who, diary.now, lines)


def test_a_headline_and_how_to_reach_them() -> None:
    diary = Diary()
    ana = diary.person(
        "Ana Lopez",
        role="designer",
        organisation="Studio Norte",
        place="Leeds",
        emails=("ana@norte.example",),
        phones=("+44 113 496 0001",),
        birthday="1988-03-15",
        tags=("design",),
    )
    found = shown(diary, ana)
    assert found.headline == "designer, Studio Norte, Leeds · close"
    assert (found.emails, found.phones, found.tags) == (ana.emails, ana.phones, ana.tags)
    assert found.birthday == "15 Mar"


def test_somebody_of_whom_nothing_is_known() -> None:
    diary = Diary()
    found = shown(diary, diary.person("Ana Lopez", "never"))
    assert (found.headline, found.met, found.rhythm, found.last, found.earlier) == ("", "", "", "", "")
    assert (found.told, found.open, found.lines) == ((), (), ())
    assert found.try_ == "ask what Ana is looking for"


def test_hostile_fields_are_shown_inert() -> None:
    diary = Diary()
    found = shown(diary, diary.person("\x1b[2JAna", role="\u202eboss", emails=("a\x07@b",), met_via="\x1b]8;;x"))
    assert "\x1b" not in found.name + found.met
    assert "\u202e" not in found.work
    assert "\x07" not in found.emails[0]


@pytest.mark.parametrize(
    ("via", "on", "said"),
    [
        ("cara", "2025-03-12", "met through Cara, March 2025"),
        ("at PyLeeds", "2025-03", "met at PyLeeds, March 2025"),
        ("a bread class", "", "met at a bread class"),
        ("PyLeeds", "", "met: PyLeeds"),
        ("", "2025", "met 2025"),
        ("act", "", "met: coffee at the fair"),
        ("bare act", "", "met with Cara"),
        ("", "", ""),
    ],
)
def test_how_you_met(via: str, on: str, said: str) -> None:
    diary = Diary()
    cara = diary.person("Cara Weiss")
    ids = {
        "cara": cara.id,
        "act": diary.act(cara, direction="mutual", kind="meet", text="coffee at the fair").id,
        "bare act": diary.act(cara).id,
    }
    assert shown(diary, diary.person("Ana Lopez", met_via=ids.get(via, via), met_on=on)).met == said


def test_rhythm_in_words() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    for ago in (19, 49, 79, 109):
        diary.act(ana, ago=ago)
    diary.act(ana, direction="none", kind="note", ago=2)
    found = shown(diary, ana)
    assert (found.rhythm, found.last) == ("about every 4 weeks", "last 19 d ago")


def test_the_newest_answer_to_each_question_with_its_freshness() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.told(ana, "offers", "brand design", ago=59)
    diary.told(ana, "working_on", "her portfolio", ago=90)
    diary.told(ana, "looking_for", "a flat", ago=100)
    diary.told(ana, "looking_for", "a studio in Leeds", ago=19)
    diary.told(ana, "after", "her own practice", ago=80, state="found")
    diary.told(ana, "interested_in", "climbing", ago=3, state="dropped")
    assert [(one.question, one.text, one.fresh, one.age, one.again) for one in shown(diary, ana).told] == [
        ("looking for", "a studio in Leeds", "told you 19 d ago", "19 d", False),
        ("after", "her own practice", "found", "3 months", False),
        ("working on", "her portfolio", "stale: ask again", "3 months", True),
        ("can help", "brand design", "told you 8 weeks ago", "8 weeks", False),
    ]


def test_what_is_open_most_urgent_first() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.follow_up("reminder", ana, text="call Ana", due=5)
    diary.follow_up("waiting", ana, text="the contract", due=0)
    diary.follow_up("promise", ana, text="the gym list", due=-2)
    diary.follow_up("promise", diary.person("Ben Okafor"), text="a word", due=-2)
    assert [(one.text, one.when, one.late) for one in shown(diary, ana).open] == [
        ("you promised the gym list", "2 d late", True),
        ("you wait for the contract", "today", False),
        ("call Ana", "due Fri 27 Nov", False),
    ]


@pytest.mark.parametrize(
    ("direction", "kind", "text", "said", "arrow"),
    [
        ("gave", "call", "about the move", "called about the move", "→"),
        ("got", "share", "the venue contact", "sent you the venue contact", "←"),
        ("got", "lead", "a job lead", "gave you a job lead", "←"),
        ("got", "help", "with my CV", "helped you with my CV", "←"),
        ("got", "help", "a reference", "gave you a reference", "←"),
        ("got", "message", "two are worth a visit", "wrote to you: two are worth a visit", "←"),
        ("gave", "share", "five names", "sent five names", "→"),
        ("got", "call", "", "called you", "←"),
        ("gave", "thanks", "for the job lead", "said thanks for the job lead", "→"),
        ("mutual", "meet", "coffee", "coffee", "↔"),
        ("mutual", "chat", "", "a chat", "↔"),
        ("none", "note", "moving north", "note: moving north", "·"),
    ],
)
def test_what_happened_as_a_line(direction: Direction, kind: Kind, text: str, said: str, arrow: str) -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    record = diary.act(ana, direction=direction, kind=kind, text=text, ago=19)
    found = line(record, ana.id, diary.book, TODAY)
    assert (found.day, found.text, found.arrow()) == ("3 Nov", said, arrow)
    assert found.arrow(ascii_only=True).isascii()


def test_a_line_names_the_others_the_path_and_the_time_it_took() -> None:
    diary = Diary()
    ana, priya, dee = diary.person("Ana Lopez"), diary.person("Priya Nair"), diary.person("Dee Marsh")
    coffee = diary.act(ana, priya, direction="mutual", kind="meet", text="coffee")
    assert happened(diary.change(coffee, minutes=45), ana.id, diary.book) == "coffee with Priya Nair, 45 min"
    contact = diary.act(ana, direction="got", kind="share", text="the venue contact")
    assert happened(diary.change(contact, via=(dee.id,)), ana.id, diary.book) == "sent you the venue contact, via Dee"
    made = diary.act(ana, priya, kind="introduction", text="a studio")
    assert happened(made, ana.id, diary.book) == "introduced to Priya Nair: a studio"
    given = diary.act(dee, ana, direction="got", kind="introduction")
    assert happened(given, dee.id, diary.book) == "introduced you with Ana Lopez"


def test_the_last_lines_and_what_came_before() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    for ago in (-3, 1, 40, 300, 610):
        diary.act(ana, ago=ago)
    found = shown(diary, ana, lines=2)
    assert [one.day for one in found.lines] == ["21 Nov", "13 Oct"]
    assert found.earlier == "2 more, back to March 2025"
    assert shown(diary, ana).earlier == ""


def test_what_to_try() -> None:
    diary = Diary()
    ana = diary.person("Ana Lopez")
    diary.told(ana, "looking_for", "a studio in Leeds", ago=19)
    assert shown(diary, ana).try_ == "ask how the hunt for a studio in Leeds goes"
    diary.told(ana, "working_on", "her portfolio", ago=80)
    diary.follow_up("promise", ana, text="the gym list", due=4)
    assert shown(diary, ana).try_ == "send the gym list, ask how work on her portfolio goes"
    diary.act(ana, direction="got", kind="lead", text="a job lead, not posted yet", ago=2)
    assert shown(diary, ana).try_ == "send the gym list, say thanks for the job lead"
    diary.act(ana, kind="thanks")
    assert shown(diary, ana).try_ == "send the gym list, ask how work on her portfolio goes"


def test_a_promise_that_cannot_be_sent_is_to_be_kept() -> None:
    diary = Diary()
    ben = diary.person("Ben Okafor")
    promise = diary.follow_up("promise", ben, text="a word with Priya")
    assert shown(diary, ben).try_ == "keep your promise: a word with Priya, ask what Ben is looking for"
    diary.change(promise, text="review the CV")
    assert shown(diary, ben).try_ == "review the CV, ask what Ben is looking for"


def test_no_balance_of_a_person_is_shown() -> None:
    """Giving more or getting more changes the lines and nothing else."""
    diary, other = Diary(), Diary()
    ana, twin = diary.person("Ana Lopez"), other.person("Ana Lopez")
    for ago in range(40, 60):
        diary.act(ana, direction="gave", kind="help", ago=ago)
        other.act(twin, direction="got", kind="help", ago=ago)
    one, two = shown(diary, ana, 0), shown(other, twin, 0)
    assert (one.headline, one.rhythm, one.last, one.try_) == (two.headline, two.rhythm, two.last, two.try_)

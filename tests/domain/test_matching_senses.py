"""Which sense a word has, how sure one word alone is, and what small words take back or give away."""

import pytest

from domain.matching.catalogue import Catalogue
from domain.matching.fit import Fit
from domain.matching.phrase import Reader
from domain.matching.said import Had, Said
from domain.matching.stems import Stems
from domain.matching.synonyms import Synonyms
from domain.matching.tokens import words_in

SAME = [["OT", "occupational therapist"], ["lorry", "truck"], ["crew", "deckhand"], ["voice actor", "voice-over"]]


def fitting(need: str, offer: str, told: Had = "offers", asked: Had = "looking_for") -> Fit | None:
    """The fit of two phrases, as it would be suggested."""
    stems = Stems()
    groups = [[words_in(phrase) for phrase in group] for group in SAME]
    known = Catalogue(Reader(stems, Synonyms(groups, stems.root)))
    known.add([Said("1", told, offer)], needs=False)
    found = known.rank(need, asked, 0.5)
    return found[0].fit if found else None


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("bulbs for a spring border", "sells energy-saving light bulbs"),
        ("a cricket bat", "bat surveys before a loft conversion"),
        ("a flat in Bilbao with a lift", "flat bread and pastries"),
        ("a bank for the charity's account", "clears weed from the river bank"),
        ("a coach for interviews", "coach hire, 52 seats"),
        ("an agent for a thriller", "estate agent"),
        ("a theatre nurse with scrub experience", "theatre director, stages Chekhov"),
        ("Polish lessons for a carer", "makes her own nail polish"),
        ("a court for badminton", "court reporter, verbatim"),
        ("a crane to lift a yacht", "counts cranes on the marsh"),
    ],
)
def test_a_word_of_another_sense_brings_nobody_together(need: str, offer: str) -> None:
    assert fitting(need, offer) is None


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("a boat", "kayak and boat hire, boats of all sizes to lend"),
        ("a second-hand kiln", "has a kiln she no longer needs"),
        ("a marquee for June", "hires out marquees all summer"),
        ("a venue for a panel", "lends out a little venue for talks and panels"),
        ("gardening tools", "having a clear-out of gardening tools"),
        ("maths revision for GCSE", "teaches maths, helps with exams and homework"),
        ("a welder from a shipyard", "was a shipyard welder, began as an apprentice"),
        ("a vet who'll see goats", "farm vet, goats and sheep"),
        ("a contact at a publisher", "editor at a small publisher of poetry"),
        ("a walking leader", "can lead walks, happy to"),
        ("help with a resume", "rewrites resumes, an hour each"),
        ("a pub kitchen", "pub kitchen, empty till noon"),
    ],
)
def test_small_words_do_not_hide_what_is_to_be_had(need: str, offer: str) -> None:
    assert fitting(need, offer) is not None


@pytest.mark.parametrize(
    ("need", "offer", "told"),
    [
        ("an acupuncturist", "was an acupuncturist, now sells insurance", "does"),
        ("a physio", "was a physio, retrained as a pilot", "does"),
        ("a foster carer", "grew up in foster care", "does"),
        ("a spare ticket for the ballet", "gave away her spare ballet ticket", "offers"),
        ("a flat in Hove", "shares a flat in Hove, full", "offers"),
        ("a wetsuit", "wetsuit, sold at Easter", "offers"),
        ("a plasterer", "plasterer, fully retired and won't be tempted", "offers"),
        ("a marquee", "marquee, ripped in the storm, binned", "offers"),
        ("blood donors", "having a blood transfusion", "working_on"),
        ("a physio", "sees a physio twice a week", "offers"),
        ("a roofer", "hired a roofer last month", "offers"),
        ("a mortgage", "paying off his mortgage", "offers"),
        ("a swimming teacher", "has swimming lessons on Mondays", "offers"),
        ("a Spanish teacher", "learns Spanish with an app", "offers"),
        ("to learn the guitar", "learning the guitar, chapter one", "offers"),
        ("babysitting jobs", "babysits on Fridays", "offers"),
        ("clients for a bookkeeping practice", "bookkeeper, has room for more clients", "does"),
    ],
)
def test_who_had_it_uses_it_or_wants_it_too_has_none_to_give(need: str, offer: str, told: Had) -> None:
    assert fitting(need, offer, told) is None


def test_a_taught_word_alone_is_surer_than_a_plain_one() -> None:
    taught, plain = fitting("a lorry on Friday", "a truck"), fitting("a lorry on Friday", "a lorry")
    assert taught is not None
    assert "taught to mean the same" in [term.name for term in taught.terms]
    assert plain is not None
    assert "taught to mean the same" not in [term.name for term in plain.terms]


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("an OT to look at the stairs", "occupational therapist, independent living"),
        ("crew for a passage to Falmouth", "experienced deckhand, free all summer"),
        ("a voice actor for a game", "voice-overs, villains a speciality"),
    ],
)
def test_several_taught_words_are_no_words_of_another_sense(need: str, offer: str) -> None:
    assert fitting(need, offer) is not None


def test_more_of_the_same_kind_makes_a_word_surer() -> None:
    alike = fitting("a photographer for a wedding", "photographer, magicians and circuses mostly")
    plain = fitting("a photographer for a wedding", "photographer, thirty years of it")
    assert alike is not None
    assert plain is not None
    assert "the rest is of one kind" in [term.name for term in alike.terms]
    assert "the rest is of one kind" not in [term.name for term in plain.terms]


def test_a_role_alone_is_not_enough_where_it_is_said_of_what_it_is_one() -> None:
    assert fitting("a cello player", "plays in a ceilidh band") is None
    assert fitting("a ski instructor", "retired teacher") is None
    assert fitting("a piano teacher", "teaches piano") is not None


def test_the_same_word_comes_before_one_that_only_belongs_to_it() -> None:
    same, kin = fitting("a drummer", "drummer, reads music"), fitting("a drummer", "percussionist, reads music")
    assert same is not None
    assert kin is not None
    assert same.score >= kin.score


def test_what_they_work_on_may_be_what_somebody_only_likes() -> None:
    need, liked = "a book on narrow gauge lines in Donegal", "Donegal narrow gauge railways, huge photo collection"
    assert fitting(need, liked, "interested_in", "working_on") is not None
    assert fitting("a guide to narrow gauge lines", "narrow boats", "interested_in") is None


def test_a_second_language_takes_no_english_word_apart() -> None:
    stems = Stems(("english", "german", "french", "spanish", "portuguese"))
    for one, other in [
        ("cat", "caterer"), ("car", "carer"), ("bus", "business"), ("study", "studio"), ("story", "store"),
        ("sale", "salad"), ("table", "tablet"), ("pet", "petition"), ("tenant", "tennis"), ("hang", "hangar"),
    ]:  # fmt: skip
        assert stems.root(one) != stems.root(other), (one, other)
    assert stems.root("programador") == stems.root("programadora")
    assert stems.root("wohnungen") == stems.root("wohnung")
    assert stems.root("pianists") == stems.root("piano")

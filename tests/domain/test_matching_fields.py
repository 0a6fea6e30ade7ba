"""What people find in each other by common knowledge, and what keeps two apart who use the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching.catalogue import Catalogue
from domain.matching.fields import FIELDS
from domain.matching.fit import Fit
from domain.matching.kin import kin, one_of
from domain.matching.phrase import Reader
from domain.matching.said import Had, Said
from domain.matching.stems import Stems
from domain.matching.suggestion import Suggestion
from domain.matching.synonyms import Synonyms


def reader() -> Reader:
    stems = Stems()
    return Reader(stems, Synonyms([[["sweater"], ["jumper"]]], stems.root))


def fitting(need: str, offer: str, told: Had = "offers", asked: Had = "looking_for") -> Fit | None:
    """The fit of two phrases where nothing much is taught, as it would be suggested."""
    known = Catalogue(reader())
    known.add([Said("1", told, offer)], needs=False)
    found = known.rank(need, asked, 0.5)
    return found[0].fit if found else None


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("somebody to tune a Steinway", "piano technician"),
        ("an electrician", "rewires old houses"),
        ("a plumber in Leeds", "bathrooms and boilers, Leeds"),
        ("a nanny", "childminder, two places free"),
        ("an attorney", "solicitor, small claims mostly"),
        ("a beekeeper for a swarm", "has hives"),
        ("violin lessons", "teaches the fiddle"),
        ("a dietitian", "nutritionist, evenings"),
        ("un abogado", "employment lawyer"),
        ("a synthesizer to borrow", "has a spare synthesiser"),
        ("a pediatrician", "paediatrician, two mornings"),
        ("colour grading for a film", "color grading"),
        ("a first aid trainer", "first-aid training for clubs"),
        ("a start up lawyer", "lawyer to start-ups"),
    ],
)
def test_common_knowledge_brings_these_together(need: str, offer: str) -> None:
    assert fitting(need, offer) is not None


@pytest.mark.parametrize(
    ("need", "offer", "why"),
    [
        ("a guitar teacher", "piano teacher", "another instrument"),
        ("a Mandarin interpreter", "translator, Finnish and Swedish only", "another language"),
        ("a halal caterer", "caterer, pork a speciality", "another table"),
        ("a maths tutor for GCSE", "maths tutor, PhD students only", "another level"),
        ("swimming lessons for beginners", "swimming coach, national squad", "another level"),
        ("a photographer for a wedding", "photographer, doesn't do weddings", "said not to be had"),
        ("a divorce lawyer", "lawyer, anything but divorce", "left out of everything"),
        ("a boat", "had a boat", "over"),
        ("a potter's wheel", "gave her potter's wheel away", "over"),
        ("a florist", "used to be a florist, sings in a choir", "over, whatever comes after"),
        ("a venue", "venue, shut for good", "over"),
        ("pupils for my chess club", "teaches chess", "both teach"),
        ("homes for two kittens", "kittens to good homes", "both give them away"),
        ("someone to take a loom off my hands", "a loom, free", "both give one away"),
        ("a jazz pianist", "moves pianos", "does something to the thing"),
        ("a van to move a sofa", "curator of a Van Gogh show", "part of a name"),
        ("a surgeon for my knee", "tree surgeon", "called after another kind"),
        ("a bank for our savings account", "cleaning up the river bank", "the rest is of another kind"),
        ("a physio for the rugby club", "rugby coach", "only what it is for"),
        ("a walking tour of Harlem", "walking tours of Prague", "another place"),
        ("an apartment in Leith", "flat in Glasgow", "another town of the same land"),
    ],
)
def test_these_stay_apart(need: str, offer: str, why: str) -> None:
    assert fitting(need, offer) is None, why


@pytest.mark.parametrize(
    ("need", "offer"),
    [
        ("an interpreter for the school", "interpreter, used to schools"),
        ("a physio", "physio, used to treat swimmers"),
        ("legal help", "lawyer, gives a day a month for good causes"),
        ("an apartment in Leith", "letting a flat by the Edinburgh docks"),
        ("a cottage on the Isle of Wight", "cottage, Isle of Wight"),
        ("a menopause speaker", "talks to employers about the menopause"),
    ],
)
def test_what_only_looks_like_a_refusal_is_none(need: str, offer: str) -> None:
    assert fitting(need, offer) is not None


@pytest.mark.parametrize(
    ("need", "interest", "is_found"),
    [
        ("knitters for baby hats", "knitting, mountains of wool", True),
        ("a designer", "design, goes to every show", False),
        ("a trustee", "becoming a trustee", True),
        ("a running partner", "running at weekends", True),
        ("readers for my novel", "novels", True),
    ],
)
def test_an_interest_is_enough_where_one_joins_in_or_would_give(need: str, interest: str, is_found: bool) -> None:
    assert (fitting(need, interest, "interested_in") is not None) == is_found


def test_what_is_still_wanted_is_not_what_must_not_be() -> None:
    assert fitting("a short film, no score yet", "scores for films", asked="working_on") is not None


def test_a_suggestion_shows_the_word_of_either_side() -> None:
    found = fitting("somebody to tune a Steinway", "piano technician")
    assert found is not None
    assert found.theirs == ("piano",)
    need, offer = Said("a", "looking_for", "somebody to tune a Steinway"), Said("b", "offers", "piano technician")
    one = Suggestion(need, offer, found.score, found, ())
    assert one.common == ("steinway",)
    assert one.shared == ("steinway (piano)",)
    same = fitting("a drummer", "drums, has a kit")
    assert same is not None
    assert Suggestion(need, offer, same.score, same, ()).shared == ("drummer",)
    taught = fitting("a warm sweater", "spare jumper")
    assert taught is not None
    assert Suggestion(need, offer, taught.score, taught, ()).shared[-1] == "sweater (jumper)"


def test_a_misspelt_need_keeps_what_its_other_words_belong_to() -> None:
    found = fitting("a desinger and an attorney", "designer, solicitor")
    assert found is not None
    assert {word.text for word, _ in found.met} == {"desinger", "attorney"}


def test_where_words_belong() -> None:
    known = kin()
    assert known.of("plumbers").fields == known.of("plumbing").fields == ("~plumbing",)
    assert known.of("cobblers").kinds == {"craft"}
    assert known.of("xylotheque").kinds == frozenset()
    assert known.at(["pest", "control"], 0)[0] == 2
    assert known.at(["pest", "in", "control"], 0)[0] == 0
    assert known.leads("pests")


def test_the_list_is_broad_and_says_nothing_twice() -> None:
    fields: list[str] = []
    for line in FIELDS.strip().splitlines():
        name, found, _ = line.partition(": ")
        if found:
            fields.append(name)
    named = [name for name in fields if name != "*"]
    assert len(named) > 400
    assert len(named) == len(set(named))
    assert all(line.isascii() and line == line.lower() for line in FIELDS.splitlines())


@given(
    st.lists(
        st.sampled_from(
            ["boxes", "loaves", "buses", "glasses", "ponies", "class", "gas", "is", "kisses", "wolves", "taxes"]
        ),
        min_size=2,
    )
)
def test_one_of_a_thing_stays_one(words: list[str]) -> None:
    for word in words:
        assert one_of(one_of(word)) == one_of(word)

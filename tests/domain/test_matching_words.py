"""What a need and an offer have in common, phrase by phrase."""

import pytest

from domain.matching.catalogue import Catalogue
from domain.matching.fit import Fit
from domain.matching.phrase import Reader
from domain.matching.said import Had, Said
from domain.matching.stems import Stems
from domain.matching.synonyms import Synonyms
from domain.matching.tokens import words_in
from domain.settings import LANGUAGES

SAME = [["dev", "developer", "programmer"], ["CTO", "chief technology officer"], ["flat", "apartment"]]


def catalogue() -> Catalogue:
    stems = Stems()
    groups = [[words_in(phrase) for phrase in group] for group in SAME]
    return Catalogue(Reader(stems, Synonyms(groups, stems.root)))


def fitting(need: str, offer: str, told: Had = "offers") -> Fit | None:
    """The fit of two phrases, as it would be suggested."""
    known = catalogue()
    known.add([Said("1", told, offer)], needs=False)
    found = known.rank(need, "looking_for", 0.5)
    return found[0].fit if found else None


@pytest.mark.parametrize(
    ("need", "offer", "common"),
    [
        ("a studio in Leeds, light, by spring", "runs a studio in Leeds, one room free", ["studio"]),
        ("investors for a café", "invests in cafes", ["investors", "cafe"]),
        ("a carer for Dad", "care work, mornings", ["carer"]),
        ("a drummer", "drums, has a kit", ["drummer"]),
        ("a rust programmer", "dev, rust mostly", ["rust", "programmer"]),
        ("a chief technology officer", "was CTO twice", ["chief technology officer"]),
        ("an apartment in Portugal", "lets a flat in Lisbon", ["apartment"]),
        ("IT support for a school", "IT for schools", ["it", "school"]),
        ("a desinger for a logo", "designer, logos", ["desinger", "logo"]),
        ("somebody to learn Korean with", "Korean lessons, through her mother", ["korean"]),
        ("a room for rehearsals", "spare room, quiet for rehearsing", ["room", "rehearsals"]),
        ("a co-founder", "would be a cofounder", ["cofounder"]),
        ("a job as a gardener", "hiring gardeners", ["gardener"]),
    ],
)
def test_these_fit_by_these_words(need: str, offer: str, common: list[str]) -> None:
    found = fitting(need, offer)
    assert found is not None
    assert [word.text for word, _ in found.met if word.text in common] == common


@pytest.mark.parametrize(
    ("need", "offer", "why"),
    [
        ("a fintech CTO", "looking for a CTO", "both look for one"),
        ("rust programmers", "hiring rust devs", "both look for some"),
        ("a flat", "would be a good flatmate", "near words"),
        ("help with a CV", "has no CV yet", "denied"),
        ("a flat in Porto", "lets a flat in Lisbon", "another place"),
        ("a flat in Leeds", "a bakery in Leeds", "only the place"),
        ("a chef", "used to be a chef", "over"),
        ("a flat", "flat in Leeds, let last week", "gone"),
        ("a plumber", "plumber, but won't any more", "over"),
        ("advice", "advice on tax", "too general"),
        ("good people", "good with people", "too general"),
        ("an investor", "an inventor with nine patents", "another letter is another word"),
        ("a nanny", "a nanny goat", "another thing"),
        ("a nanny", "insurance for nannies", "about another thing"),
        ("a product designer", "garden designer", "another kind"),
        ("a Rust developer", "learning to write Rust", "cannot do it yet"),
        ("a flat, not in a basement", "basement flat, not far", "what is not wanted"),
    ],
)
def test_these_do_not(need: str, offer: str, why: str) -> None:
    assert fitting(need, offer) is None, why


def test_what_somebody_is_only_interested_in_is_no_offer_unless_company_is_wanted() -> None:
    assert fitting("a photographer for a wedding", "photography, old cameras", "interested_in") is None
    assert fitting("a climbing partner", "climbing, indoors", "interested_in") is not None


def test_an_organisation_counts_where_it_is_called_by_its_name() -> None:
    assert fitting("an intro to Monzo's hiring team", "Monzo", "organisation") is not None
    assert fitting("a studio in Leeds", "Studio Norte", "organisation") is None


def test_the_terms_make_the_score() -> None:
    found = fitting("a studio in Leeds, light", "runs a studio in Leeds")
    assert found is not None
    assert sum(term.points for term in found.terms) == pytest.approx(found.score, abs=0.005)
    assert [term.name for term in found.terms] == [
        "studio", "in common", "of what is offered", "the thing itself", "the same place",
    ]  # fmt: skip


def test_every_language_of_the_settings_is_known() -> None:
    for language in LANGUAGES:
        assert Stems([language]).stem("x") == "x"


@pytest.mark.parametrize("text", ["", "  ", ",,,", "the of a", "💡", "-" * 200, "no", "not", "'"])
def test_a_text_that_says_nothing_fits_nothing(text: str) -> None:
    assert fitting(text, text) is None
    assert fitting("a flat", text) is None


def test_a_word_of_a_page_is_no_word() -> None:
    assert fitting("a" * 5000, "a" * 5000) is None
    assert fitting("A" * 5000 + " b", "A" * 5000 + " c") is None

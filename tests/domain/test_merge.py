"""Merging books: what one side did is there, what both did differently is kept twice, nothing is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.merge import HISTORY, REMEMBERED, Conflict, Document, Merged, Saved, merge
from domain.merging.values import as_rival

ANA = {"id": "1", "name": "Ana Lopez", "organisation": "Acme", "tags": ["design", "climbs"], "rev": 3}


def book(*contacts: dict[str, Any], **tables: Any) -> Document:
    return {"contacts": {one["id"]: one for one in contacts}, **tables}


def of_three(base: Any, ours: Any, theirs: Any) -> Merged:
    """A merge of books with one contact, or none."""
    before, mine, other = (book(*([one] if one else [])) for one in (base, ours, theirs))
    return merge(before, mine, other, "the laptop")


def contact(merged: Merged) -> dict[str, Any]:
    (record,) = merged.book["contacts"].values()
    return record


def test_fields_changed_in_different_books_come_together() -> None:
    merged = of_three(ANA, ANA | {"role": "designer", "rev": 4}, ANA | {"place": "Leeds", "rev": 4})
    assert contact(merged) == ANA | {"role": "designer", "place": "Leeds", "rev": 5}
    assert (merged.conflicts, merged.saved, merged.taken) == ((), (), 1)


def test_what_only_one_book_changed_keeps_its_revision() -> None:
    theirs = ANA | {"organisation": "Acme Ltd", "rev": 9}
    assert contact(of_three(ANA, ANA, theirs)) == theirs
    assert contact(of_three(ANA, ANA | {"rev": 7}, theirs)) == theirs
    assert contact(of_three(ANA, theirs, ANA)) == theirs


def test_a_field_that_both_changed_differently_has_a_rival() -> None:
    ours, theirs = ANA | {"organisation": "Acme Ltd", "rev": 4}, ANA | {"organisation": "Acme Inc", "rev": 6}
    merged = of_three(ANA, ours, theirs)
    assert contact(merged) == ours | {
        "rivals": [{"field": "organisation", "value": "Acme Inc", "origin": "the laptop"}],
        "rev": 7,
    }
    assert merged.conflicts == (Conflict("contacts", "1", "organisation", "Acme Ltd", "Acme Inc"),)


def test_both_alike_is_no_conflict_whatever_the_revisions() -> None:
    ours, theirs = ANA | {"organisation": "Acme Ltd", "rev": 4}, ANA | {"organisation": "Acme Ltd", "rev": 8}
    assert of_three(ANA, ours, theirs) == Merged(book(theirs), taken=1)
    assert of_three(ANA, theirs, ours) == Merged(book(theirs))


def test_a_record_that_says_what_one_book_says_has_a_revision_that_the_other_has_for_nothing_else() -> None:
    ours, theirs = ANA | {"role": "designer", "rev": 4}, ANA | {"role": "designer", "place": "Leeds", "rev": 6}
    assert contact(of_three(ANA, ours, theirs)) == theirs
    assert contact(of_three(ANA, ours, theirs | {"rev": 4})) == theirs | {"rev": 5}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        (["a", "b"], ["a", "b", "c"], ["a", "b", "d"], ["a", "b", "c", "d"]),
        (["a", "b"], ["a"], ["a", "b", "d"], ["a", "d"]),
        (["a", "b"], ["b"], ["a"], []),
        (["a"], ["b", "a"], ["a", "c"], ["b", "a", "c"]),
        ([], ["a", "b"], ["b", "c"], ["a", "b", "c"]),
    ],
)
def test_lists_are_merged_as_sets_in_their_order(base: Any, ours: Any, theirs: Any, merged: Any) -> None:
    found = of_three(ANA | {"tags": base}, ANA | {"tags": ours}, ANA | {"tags": theirs})
    assert contact(found)["tags"] == merged
    assert found.conflicts == ()


def test_a_list_that_one_book_has_cleared_gains_what_the_other_added() -> None:
    cleared = {field: value for field, value in ANA.items() if field != "tags"}
    assert contact(of_three(ANA, cleared, ANA | {"tags": ["design", "climbs", "sings"]}))["tags"] == ["sings"]


def test_a_field_cleared_in_one_book_and_changed_in_the_other_keeps_both() -> None:
    cleared = {field: value for field, value in ANA.items() if field != "organisation"}
    changed = ANA | {"organisation": "Acme Ltd"}
    merged = contact(of_three(ANA, cleared, changed))
    assert "organisation" not in merged
    assert [one["value"] for one in merged["rivals"]] == ["Acme Ltd"]
    assert [one["value"] for one in contact(of_three(ANA, changed, cleared))["rivals"]] == [""]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("text", "text"),
        (7, 7),
        (True, "true"),
        (2.5, "2.5"),
        (None, "null"),
        ({"x": ["é"]}, '{"x": ["é"]}'),
        ([1, {"y": 2}], '[1, {"y": 2}]'),
    ],
)
def test_a_rival_of_a_shape_of_its_own_is_kept_as_json(value: Any, kept: Any) -> None:
    merged = contact(of_three(ANA, ANA | {"later": "ours"}, ANA | {"later": value}))
    assert merged["later"] == "ours"
    assert [one["value"] for one in merged["rivals"]] == [kept]


@pytest.mark.parametrize("turned", [False, True])
def test_a_record_removed_in_one_book_and_changed_in_the_other_stays(turned: bool) -> None:
    changed = ANA | {"organisation": "Acme Ltd", "rev": 4}
    merged = of_three(ANA, None, changed) if turned else of_three(ANA, changed, None)
    assert contact(merged) == changed
    assert merged.saved == (Saved("contacts", "1"),)


def test_a_record_removed_in_one_book_is_gone() -> None:
    for merged in (of_three(ANA, None, ANA), of_three(ANA, ANA, None), of_three(ANA, None, None)):
        assert merged.book["contacts"] == {}
        assert (merged.saved, merged.conflicts) == ((), ())


def test_without_a_base_nothing_is_taken_for_removed() -> None:
    ours = book(ANA | {"organisation": "Acme", "role": "designer"}, {"id": "2", "name": "Ben Okafor"})
    theirs = book(
        ANA | {"organisation": "Acme Ltd", "place": "Leeds", "tags": ["sings"]}, {"id": "3", "name": "Ben Okafor"}
    )
    merged = merge({}, ours, theirs)
    ana, *others = merged.book["contacts"].values()
    assert [one["id"] for one in others] == ["2", "3"]
    assert ana["tags"] == ["design", "climbs", "sings"]
    assert (ana["organisation"], ana["role"], ana["place"]) == ("Acme", "designer", "Leeds")
    assert [one.field for one in merged.conflicts] == ["organisation"]


def test_a_rival_settled_in_one_book_is_settled() -> None:
    waiting = ANA | {"rivals": [{"field": "organisation", "value": "Acme Inc", "origin": "a"}]}
    settled = ANA | {"organisation": "Acme Inc", "rev": 5}
    merged = contact(of_three(waiting, settled, waiting | {"role": "designer", "rev": 4}))
    assert "rivals" not in merged
    assert (merged["organisation"], merged["role"], merged["rev"]) == ("Acme Inc", "designer", 6)


def test_two_books_that_merged_the_same_conflict_the_other_way_round_agree_that_it_is_one() -> None:
    ours, theirs = ANA | {"organisation": "Acme Ltd"}, ANA | {"organisation": "Acme Inc"}
    one, other = contact(of_three(ANA, ours, theirs)), contact(of_three(ANA, theirs, ours))
    both = contact(of_three(ANA, one, other))
    assert both["organisation"] == "Acme Ltd"
    assert [rival["value"] for rival in both["rivals"]] == ["Acme Inc"]


def test_merging_the_same_book_twice_changes_nothing_more() -> None:
    ours, theirs = book(ANA | {"organisation": "Acme Ltd"}), book(ANA | {"organisation": "Acme Inc"})
    once = merge(book(ANA), ours, theirs, "the laptop").book
    assert merge(book(ANA), once, theirs, "the laptop").book == once


def test_tables_and_fields_that_swell_does_not_know_merge_too() -> None:
    base: Document = {"boats": {"7": {"sail": "red", "crew": {"a": 1}}}}
    ours: Document = {"boats": {"7": {"sail": "blue", "crew": {"a": 1}}, "8": {"sail": "white"}}}
    theirs: Document = {"boats": {"7": {"sail": "red", "crew": {"a": 2}}}, "ports": {"1": {"name": "Leith"}}}
    assert merge(base, ours, theirs).book == {
        "boats": {"7": {"sail": "blue", "crew": {"a": 2}, "rev": 1}, "8": {"sail": "white"}},
        "ports": {"1": {"name": "Leith"}},
    }


def test_the_undo_history_is_united_and_keeps_the_newest() -> None:
    steps: dict[str, dict[str, object]] = {f"{number:022d}": {"label": f"step {number}"} for number in range(150)}
    ids = list(steps)
    shared = {key: steps[key] for key in ids[:20]}
    ours = shared | {key: steps[key] for key in ids[20:150:2]}
    theirs = shared | {key: steps[key] for key in ids[21:150:2]}
    merged = merge({"steps": shared}, {"steps": ours}, {"steps": theirs})
    assert list(merged.book["steps"]) == ids[-HISTORY:]
    assert merged.taken == 0


def test_a_step_undone_in_one_book_is_undone() -> None:
    step: dict[str, object] = {"label": "called Ana", "undone": False}
    base: Document = {"steps": {"1": step}}
    theirs = {"steps": {"1": step | {"undone": True}}}
    ours: Document = {"steps": {"1": step, "2": {"label": "messaged Ben"}}}
    assert merge(base, ours, theirs).book["steps"] == theirs["steps"] | {"2": {"label": "messaged Ben"}}


def test_the_book_remembers_what_either_has_filed_and_gets_a_later_revision() -> None:
    def own(first: int, last: int, rev: int) -> Document:
        return {"meta": {"1": {"format": 2, "rev": rev, "filed": [f"{number:022d}" for number in range(first, last)]}}}

    merged = merge(own(0, 5, 1), own(0, 700, 4), own(600, 1300, 9)).book["meta"]["1"]
    assert merged["filed"] == [f"{number:022d}" for number in range(1300 - REMEMBERED, 1300)]
    assert (merged["rev"], merged["format"]) == (10, 2)


def test_a_book_made_of_two_is_later_than_both_though_their_revisions_are_the_same() -> None:
    meta = {"meta": {"1": {"format": 2, "rev": 4}}}
    merged = merge({}, book(ANA, **meta), book(ANA | {"id": "2"}, **meta))
    assert merged.book["meta"]["1"]["rev"] == 5


_KEYS = st.sampled_from(["1", "2", "3"])
_VALUES = st.one_of(
    st.sampled_from(["", "a", "b"]),
    st.integers(0, 2),
    st.none(),
    st.lists(st.sampled_from(["a", "b", "c"]), max_size=3, unique=True),
    st.dictionaries(st.sampled_from("xy"), st.integers(0, 1), max_size=2),
)
_RIVALS = st.lists(
    st.fixed_dictionaries(
        {"field": st.sampled_from(["name", "tags"]), "value": st.sampled_from(["a", "b", 1]), "origin": st.just("o")}
    ),
    max_size=2,
)
_FIELDS = st.fixed_dictionaries(
    {}, optional={"name": _VALUES, "tags": _VALUES, "role": _VALUES, "rev": st.integers(0, 3), "rivals": _RIVALS}
)
_BOOKS = st.dictionaries(
    st.sampled_from(["contacts", "boats", "steps", "meta"]), st.dictionaries(_KEYS, _FIELDS, max_size=3), max_size=3
)


def in_order(value: Any) -> Any:
    """A JSON value in which lists say what they hold, not in which order, and no record its revision and rivals."""
    if isinstance(value, dict):
        return {key: in_order(one) for key, one in value.items() if key not in ("rev", "rivals")}
    return sorted(map(repr, value)) if isinstance(value, list) else value


@given(_BOOKS, _BOOKS)
def test_where_only_one_side_changed_that_side_is_the_result(base: Document, other: Document) -> None:
    assert merge(base, base, other).book == other
    assert merge(base, other, base).book == other
    assert merge(base, other, other).book == other


@given(_BOOKS, _BOOKS, _BOOKS)
def test_merging_is_symmetric_but_for_which_value_is_the_rival(
    base: Document, ours: Document, theirs: Document
) -> None:
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    contested = {(found.table, found.id, found.field) for found in one.conflicts}
    assert contested == {(found.table, found.id, found.field) for found in other.conflicts}
    assert set(one.saved) == set(other.saved)
    for merged in (one, other):
        for table, key, field in contested:
            merged.book[table][key] = {name: value for name, value in merged.book[table][key].items() if name != field}
    left, right = ({name: table for name, table in merged.book.items() if name != "steps"} for merged in (one, other))
    assert in_order(left) == in_order(right)


@given(_BOOKS, _BOOKS, _BOOKS)
def test_no_value_of_either_book_is_lost(base: Document, ours: Document, theirs: Document) -> None:
    merged = merge(base, ours, theirs).book
    for side in (ours, theirs):
        for name in side.keys() - {"steps"}:
            for key, record in side[name].items():
                before = base.get(name, {}).get(key, {})
                for field in record.keys() - {"rev", "rivals"}:
                    if record[field] != before.get(field):
                        assert is_told(record[field], before.get(field), merged[name][key], field)


def is_told(value: Any, before: Any, record: Any, field: str) -> bool:
    """Whether a record says a value in its field or in a rival; of a list, whether it says what was added."""
    told = [record.get(field), *(rival["value"] for rival in record.get("rivals", ()) if rival["field"] == field)]
    if value in told or as_rival(value, value) in told:
        return True
    added = set(value) - set(before if isinstance(before, list) else ()) if isinstance(value, list) else {value}
    return any(isinstance(one, list) and added <= set(one) for one in told) or not added

"""The book that is measured on: of the size asked for, with records as long as real ones."""

from datetime import date

import msgspec

from benchmarks.book import big_book

TODAY = date(2026, 11, 22)


def test_has_the_size_asked_for_and_ends_today() -> None:
    tables = big_book(200, 1000, TODAY)
    assert (len(tables["contacts"]), len(tables["interactions"])) == (200, 1000)
    assert tables == big_book(200, 1000, TODAY)
    days = [one["at"][:10] for one in msgspec.to_builtins(list(tables["interactions"].values()))]
    assert max(days) <= TODAY.isoformat()
    assert max(days) >= "2026-11-19"


def test_records_are_as_long_as_real_ones_and_name_people_of_the_book() -> None:
    tables = big_book(200, 1000, TODAY)
    lengths = {
        name: len(msgspec.json.encode(list(records.values()))) / len(records) for name, records in tables.items()
    }
    assert 320 <= lengths["interactions"] <= 400
    assert 620 <= lengths["contacts"] <= 780
    for one in msgspec.to_builtins(list(tables["interactions"].values())):
        assert set(one["people"]) <= set(tables["contacts"])

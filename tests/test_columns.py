"""Rows read in place give what went into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.columns import Column, Table, column, numbers, packed, table

RECORDS = st.lists(st.binary(max_size=9), max_size=20)


@given(RECORDS)
def test_a_column_gives_its_records_back_in_their_order(records: list[bytes]) -> None:
    made = Column(column(records))
    assert len(made) == len(records)
    assert [bytes(made[at]) for at in range(len(made))] == records
    assert [bytes(record) for record in made.some(range(len(records)))] == records
    with pytest.raises(IndexError):
        made[len(records)]


@given(st.lists(st.integers(0, 2**32 - 1)), st.lists(st.integers(0, 2**64 - 1)))
def test_numbers_survive_packing(small: list[int], large: list[int]) -> None:
    assert list(numbers(packed(small))) == small
    assert list(numbers(packed(large, "Q"), "Q")) == large


@given(st.dictionaries(st.text(max_size=5), st.binary(max_size=9)), st.text(max_size=5))
def test_a_table_finds_every_key_and_no_other(records: dict[str, bytes], other: str) -> None:
    made = Table(table(records))
    assert list(made) == list(records)
    for key, record in records.items():
        found = made.get(key)
        assert found is not None
        assert bytes(found) == record
    assert (made.get(other) is None) == (other not in records)

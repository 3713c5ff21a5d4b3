"""Randomness: the same everywhere, even, and of no purpose but its own."""

from collections import Counter
from itertools import permutations

import pytest
from dealing import spread
from hypothesis import given
from hypothesis import strategies as st

from questions.streams import Lots, Stream, rank

NAMES = st.lists(st.text(max_size=8) | st.integers(), min_size=1, max_size=4)
THINGS = st.lists(st.integers(), max_size=30)


@given(NAMES, st.integers(1, 2**64))
def test_a_draw_is_below_its_bound(name: list[object], n: int) -> None:
    assert 0 <= Stream(*name).below(n) < n


@pytest.mark.parametrize("n", [2, 3, 7, 10, 31])
def test_small_draws_are_even(n: int) -> None:
    stream = Stream("evenness", n)
    assert spread(Counter(stream.below(n) for _ in range(6_000)), n) < 2.5


def test_a_bound_that_does_not_divide_the_range_favours_nothing() -> None:
    stream, n = Stream("rejection"), 3 * 2**62
    low = sum(stream.below(n) < 2**62 for _ in range(3_000))
    assert 900 < low < 1_100, "without rejection the lowest third would come half of the time"


@pytest.mark.parametrize("n", [0, -1])
def test_nothing_is_drawn_from_nothing(n: int) -> None:
    with pytest.raises(ValueError, match=f"nothing to draw from: {n}"):
        Stream("empty").below(n)


@given(NAMES, THINGS)
def test_shuffling_keeps_everything_and_leaves_the_given_list(name: list[object], things: list[int]) -> None:
    before = list(things)
    assert sorted(Stream(*name).shuffled(things)) == sorted(things)
    assert things == before


def test_every_order_is_as_likely_as_another() -> None:
    orders = Counter(tuple(Stream("orders", seed).shuffled([0, 1, 2, 3])) for seed in range(6_000))
    assert set(orders) == set(permutations(range(4)))
    assert spread(orders, 24) < 2.5


@given(NAMES, THINGS.filter(bool))
def test_a_choice_is_one_of_the_things(name: list[object], things: list[int]) -> None:
    assert Stream(*name).choice(things) in things


@given(NAMES)
def test_a_stream_is_a_function_of_its_name(name: list[object]) -> None:
    one, two = Stream(*name), Stream(*name)
    assert [one.below(1000) for _ in range(5)] == [two.below(1000) for _ in range(5)]


def test_the_parts_of_a_name_do_not_run_together() -> None:
    assert rank("ab", "c") != rank("a", "bc")
    assert Stream("ab", "c").below(2**64) != Stream("a", "bc").below(2**64)


@given(NAMES, st.integers(1, 12))
def test_another_lot_only_ever_brings_a_thing_forward(name: list[object], lots: int) -> None:
    assert 0 <= rank(*name, lots=lots + 1) <= rank(*name, lots=lots) < 2**64


@pytest.mark.parametrize("lots", [1, 3, 4, 5, 9])
def test_so_many_lots_come_first_so_many_times_as_often(lots: int) -> None:
    first = sum(rank("heavy", turn, lots=lots) < rank("light", turn) for turn in range(4_000)) / 4_000
    assert first == pytest.approx(lots / (lots + 1), abs=0.025)


@given(st.sets(st.integers(), max_size=20), st.integers())
def test_a_newcomer_displaces_nobody_in_an_order_by_rank(things: set[int], newcomer: int) -> None:
    def ordered(these: set[int]) -> list[int]:
        return sorted(these, key=lambda thing: rank("order", thing))

    assert [thing for thing in ordered(things | {newcomer}) if thing != newcomer] == ordered(things - {newcomer})


def test_known_draws_are_the_same_bytes_on_every_machine() -> None:
    stream = Stream("goldfish", 7)
    assert [stream.below(1_000) for _ in range(6)] == [621, 810, 478, 332, 82, 846]
    assert Stream("goldfish", 8).shuffled(list("abcdef")) == list("fdaceb")
    assert (rank("goldfish", "é"), rank("goldfish", "é", lots=6)) == (16117014545520251059, 4586037706305626296)


@given(NAMES, st.lists(st.tuples(st.binary(max_size=9), st.integers(1, 12))))
def test_many_lots_at_once_are_of_the_order_of_each(name: list[object], things: list[tuple[bytes, int]]) -> None:
    lots, each = Lots(*name), [thing for thing, _ in things]
    together = lots.of_each(each, [n for _, n in things])
    ranks = [lots.of(thing, n) for thing, n in things]
    assert [int.from_bytes(key[:8], "big") for key in together] == ranks

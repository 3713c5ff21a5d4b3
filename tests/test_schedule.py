"""When a missed fact comes back, by a calendar made up for the test."""

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quiz.schedule import DAYS, Meeting, Return, due, next_day, returns

START = date(2026, 11, 23)


def met(*meetings: tuple[int, bool], fact: str = "goblin/rain") -> list[Meeting]:
    """Meetings with a fact, so many days after the start."""
    return [Meeting(fact, START + timedelta(day), right) for day, right in meetings]


def waits(meetings: Iterable[Meeting], fact: str = "goblin/rain") -> tuple[int, int] | None:
    """In how many days after the start the fact comes back, and how often it was known."""
    found = returns(meetings).get(fact)
    return ((found.day - START).days, found.step) if found else None


def test_what_was_known_at_once_does_not_come_back() -> None:
    assert returns(met((0, True), (1, True))) == {}


def test_what_was_missed_comes_back_the_next_day() -> None:
    assert waits(met((0, False))) == (1, 0)


def test_what_is_known_each_time_comes_back_after_3_7_14_and_30_days_and_is_learnt() -> None:
    seen, day, meetings = [], 0, [(0, False)]
    while (found := waits(met(*meetings))) is not None:
        seen.append(found[0] - day)
        day = found[0]
        meetings.append((day, True))
    assert seen == [1, 3, 7, 14, 30]
    assert len(meetings) == 1 + len(DAYS)


def test_another_miss_begins_anew() -> None:
    assert waits(met((0, False), (1, True), (4, True), (11, False))) == (12, 0)


def test_known_again_on_the_day_it_was_told_counts_for_nothing() -> None:
    assert waits(met((0, False), (0, True))) == (1, 0)
    assert waits(met((0, False), (1, True), (2, True))) == (4, 1)


def test_one_who_comes_late_goes_on_from_that_day() -> None:
    assert waits(met((0, False), (20, True))) == (23, 1)


def test_the_longest_overdue_comes_first_and_of_one_day_what_was_known_least_often() -> None:
    day = START + timedelta(1)
    waiting = {"new": Return(day, 0), "old": Return(START, 3), "known": Return(day, 2), "later": Return(day, 0)}
    waiting["later"] = Return(day + timedelta(1), 0)
    assert due(waiting, day) == ["old", "new", "known"]
    assert due(waiting, START - timedelta(1)) == []
    assert (next_day(waiting), next_day({})) == (START, None)


MEETINGS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 90), st.booleans()), max_size=40)


@given(MEETINGS)
def test_a_fact_comes_back_if_and_only_if_it_was_missed_and_not_learnt_since(
    said: list[tuple[str, int, bool]],
) -> None:
    meetings = [
        Meeting(fact, START + timedelta(day), right) for fact, day, right in sorted(said, key=lambda m: m[1])
    ]
    waiting = returns(meetings)
    for fact in "abc":
        own = [meeting for meeting in meetings if meeting.fact == fact]
        missed = [i for i, meeting in enumerate(own) if not meeting.right]
        if not missed:
            assert fact not in waiting
        elif len(own) - 1 - missed[-1] < len(DAYS):
            assert waiting[fact].day > own[missed[-1]].day
            assert (waiting[fact].day - own[-1].day).days <= DAYS[-1]

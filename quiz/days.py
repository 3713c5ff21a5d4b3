"""The days of the daily round: their numbers, their seeds, and days in a row. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

FIRST = date(2026, 1, 1)
"""The day of round #1."""


def number(seed: int) -> int:
    """What the day's round is called: 1 for the first day, and so on."""
    return (day(seed) - FIRST).days + 1


def seed(day: date) -> int:
    """The seed of a day's round, its date written as a number: 20261123."""
    return day.year * 10_000 + day.month * 100 + day.day


def day(seed: int) -> date:
    """The day of a seed; raises ValueError where it is none."""
    return date(seed // 10_000, seed // 100 % 100, seed % 100)


def in_a_row(seeds: Iterable[int], until: int) -> int:
    """How many days without a gap the seeds hold, the last of them the day of the seed `until`."""
    played, at, run = {day(each) for each in seeds}, day(until), 0
    while at in played:
        run += 1
        at -= timedelta(1)
    return run


def spoken(day: date) -> str:
    """`Monday, 23 November 2026`, in English whatever the machine speaks."""
    weekday = _NAMES[day.weekday()]
    return f"{weekday}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

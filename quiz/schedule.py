"""When a missed fact comes back: later in the same sitting, then after 1, 3, 7, 14 and 30 days. Pure.

All of it follows from the answers that are kept, so that nothing more is written down. Measured beside FSRS by
`python tests/simulated_month.py`.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

DAYS = (1, 3, 7, 14, 30)
"""How many days pass before a missed fact comes back, and again after each time that it was known."""


class Meeting(Struct, frozen=True):
    """A fact that was asked about, on a day where the player is."""

    fact: str
    day: date
    right: bool


class Return(Struct, frozen=True):
    """When a fact is due again; `step` counts how often it was known when it was due."""

    day: date
    step: int


def returns(meetings: Iterable[Meeting]) -> dict[str, Return]:
    """When each fact that was ever missed comes back, from all meetings, the earliest first.

    A miss begins anew. What is known before it is due counts for nothing, since it has just been told; what is
    known the last time is learnt, and does not come back.
    """
    found: dict[str, Return] = {}
    for meeting in meetings:
        waiting = found.get(meeting.fact)
        if not meeting.right:
            found[meeting.fact] = Return(meeting.day + timedelta(DAYS[0]), 0)
        elif waiting and meeting.day >= waiting.day:
            if waiting.step + 1 < len(DAYS):
                step = waiting.step + 1
                found[meeting.fact] = Return(meeting.day + timedelta(DAYS[step]), step)
            else:
                del found[meeting.fact]
    return found


def due(waiting: dict[str, Return], today: date) -> list[str]:
    """The facts that are due, the longest overdue first; of one day those first that were known least often."""
    ready = [(when.day, when.step, fact) for fact, when in waiting.items() if when.day <= today]
    return [fact for _, _, fact in sorted(ready)]


def next_day(waiting: dict[str, Return]) -> date | None:
    """The first day on which something is due."""
    return min((when.day for when in waiting.values()), default=None)

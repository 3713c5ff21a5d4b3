"""What all of a player's answers come to: accuracy by sort and over time, streaks, what is left of a pack. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct

from questions.question import DIFFICULTIES, Difficulty
from questions.subjects import slugs
from quiz.summary import Tally


class Given(Struct, frozen=True):
    """An answer as it was kept, with the day where the player was; `known` is whether any option was chosen."""

    round: int
    fact: str
    template: str
    difficulty: Difficulty
    work: str
    day: date
    right: bool
    known: bool
    options: int


class Day(Struct, frozen=True):
    """Right answers out of all of one day."""

    day: date
    right: int
    of: int


class Left(Struct, frozen=True):
    """How much of a pack the player has met: its moments, and all its other facts."""

    moments: int
    of_moments: int
    others: int
    of_others: int


class Statistics(Struct, frozen=True):
    """The figures; `days_running` is how many days in a row were played, up to today or yesterday."""

    player: str
    pack: str
    rounds: int
    answers: int
    right: int
    unknown: int
    best_streak: int
    days_running: int
    most_days_running: int
    levels: tuple[Tally, ...]
    templates: tuple[Tally, ...]
    decades: tuple[Tally, ...]
    works: tuple[Tally, ...]
    days: tuple[Day, ...]
    left: Left


def left(met: Set[str], facts: Set[str]) -> Left:
    """How many of a pack's facts were met; what is no longer in the pack is not counted."""
    moments = {fact for fact in facts if "/" in fact}
    others = facts - moments
    return Left(len(moments & met), len(moments), len(others & met), len(others))


def best_streak(given: Iterable[Given]) -> int:
    """The most right answers in a row within a round."""
    runs = groupby(given, key=lambda answer: (answer.round, answer.right))
    return max((len(list(run)) for (_, right), run in runs if right), default=0)


def running(days: Set[date], today: date) -> int:
    """How many days in a row were played up to today, or up to yesterday where today is still to come."""
    last = today if today in days else today - timedelta(1)
    return next(n for n in range(len(days) + 1) if last - timedelta(n) not in days)


def most_running(days: Set[date]) -> int:
    """The most days in a row that were played."""
    return max((running(days, day) for day in days), default=0)


def tallies(
    given: Sequence[Given], sort: Callable[[Given], str | None], order: Sequence[str] = ()
) -> tuple[Tally, ...]:
    """Right answers by sort, in the order said; without one the most often asked first."""
    sorts = [(name, answer.right) for answer in given if (name := sort(answer)) is not None]
    counts, rights = Counter(name for name, _ in sorts), Counter(name for name, right in sorts if right)
    names = [name for name in order if counts[name]] or sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(Tally(name, rights[name], counts[name]) for name in names)


def days(given: Iterable[Given]) -> tuple[Day, ...]:
    """What each day came to, the earliest first."""
    by_day = groupby(sorted(given, key=lambda answer: answer.day), key=lambda answer: answer.day)
    rows = [(day, [answer.right for answer in told]) for day, told in by_day]
    return tuple(Day(day, sum(right), len(right)) for day, right in rows)


class World(Struct, frozen=True):
    """What the figures need to know of a pack: each work's title and year by slug, and every fact it asks about."""

    pack: str
    titles: dict[str, str]
    years: dict[str, int | None]
    facts: frozenset[str]


def gather(player: str, given: Sequence[Given], world: World, today: date) -> Statistics:
    """All figures, from answers in the order they were given."""

    def decade(answer: Given) -> str | None:
        year = world.years.get(slugs(answer.fact)[0])
        return f"{year // 10 * 10}s" if year else None

    decades = sorted({name for answer in given if (name := decade(answer))})
    played = {answer.day for answer in given}
    return Statistics(
        player=player,
        pack=world.pack,
        rounds=len({answer.round for answer in given}),
        answers=len(given),
        right=sum(answer.right for answer in given),
        unknown=sum(not answer.known for answer in given),
        best_streak=best_streak(given),
        days_running=running(played, today),
        most_days_running=most_running(played),
        levels=tallies(given, lambda answer: answer.difficulty, DIFFICULTIES),
        templates=tallies(given, lambda answer: answer.template),
        decades=tallies(given, decade, decades),
        works=tallies(given, lambda answer: world.titles.get(answer.work)),
        days=days(given),
        left=left({answer.fact for answer in given}, world.facts),
    )

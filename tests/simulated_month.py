"""A simulated player's month, with review and without: does what comes back stay?

`python tests/simulated_month.py` plays 30 days of 20 questions for many players, each with a memory of its own, and
prints how many facts they have learnt at the end. With `fsrs` installed it plays a month by that scheduler too;
nothing else needs it.

The memory is made for this and belongs to no scheduler: a fact once told is recalled after t days with the chance
2 ** (-t / h). Its half-life h begins at a day or two, differs from fact to fact, and grows with each recall by the
more, the nearer the recall came to being forgotten (the spacing effect); a fact that was forgotten and is told
again keeps half of what it had. A tenth to a half of all facts is known from the start, and stays known.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import mean
from typing import Any, Protocol

from quiz.schedule import Meeting, due, returns

DAYS, QUESTIONS, FACTS = 30, 20, 1500
START = date(2026, 11, 1)


class Schedule(Protocol):
    """Which facts are due on a day, and what is noted of each answer."""

    def due(self, today: date) -> list[str]: ...

    def note(self, fact: str, today: date, right: bool) -> None: ...


class Never:
    """No review at all."""

    def due(self, today: date) -> list[str]:
        return []

    def note(self, fact: str, today: date, right: bool) -> None:
        pass


@dataclass
class Ladder:
    """The game's own schedule."""

    met: list[Meeting] = field(default_factory=list)

    def due(self, today: date) -> list[str]:
        return due(returns(self.met), today)

    def note(self, fact: str, today: date, right: bool) -> None:
        self.met.append(Meeting(fact, today, right))


class Fsrs:
    """FSRS as its package ships it, for facts that were missed; reviews are due on whole days."""

    def __init__(self) -> None:
        from fsrs import Card, Rating, Scheduler  # type: ignore[import-not-found,unused-ignore]  # not a dependency

        self._new, self._rating = Card, Rating
        self._scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        self._cards: dict[str, Any] = {}

    def due(self, today: date) -> list[str]:
        ready = [(card.due, fact) for fact, card in self._cards.items() if card.due.date() <= today]
        return [fact for _, fact in sorted(ready)]

    def note(self, fact: str, today: date, right: bool) -> None:
        if right and fact not in self._cards:
            return
        card = self._cards.get(fact) or self._new()
        now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
        rating = self._rating.Good if right else self._rating.Again
        self._cards[fact], _ = self._scheduler.review_card(card, rating, now)


class Mind:
    """What a player knows: facts known for good, and facts told, each with its half-life and last recall."""

    def __init__(self, lots: random.Random) -> None:
        self._lots = lots
        share = lots.uniform(0.1, 0.5)
        self.known = {str(n) for n in range(FACTS) if lots.random() < share}
        self._ease = {str(n): lots.lognormvariate(0.4, 0.5) for n in range(FACTS)}
        self._told: dict[str, tuple[float, date]] = {}

    def recalls(self, fact: str, today: date) -> float:
        """The chance that a fact is recalled."""
        if fact in self.known:
            return 1.0
        if fact not in self._told:
            return 0.0
        half, last = self._told[fact]
        return float(2 ** (-(today - last).days / half))

    def answer(self, fact: str, today: date) -> bool:
        """Whether the answer is right, by recall or by luck; either way the player is told."""
        chance = self.recalls(fact, today)
        recalled = self._lots.random() < chance
        if fact not in self.known:
            half, _ = self._told.get(fact, (self._ease[fact], today))
            grown = half * (1 + 2.5 * (1 - chance) + 0.3) if recalled and chance < 1 else half
            kept = grown if recalled else max(self._ease[fact], half / 2)
            self._told[fact] = (kept, today)
        return recalled or self._lots.random() < 0.25

    def learnt(self, today: date) -> float:
        """How many facts that were not known at the start are known, in expectation."""
        return sum(self.recalls(fact, today) for fact in self._told)


def month(schedule: Schedule, seed: int, days: int = DAYS) -> tuple[float, int]:
    """How many facts a player has learnt at the end, and how many they knew from the start of those they met."""
    lots = random.Random(seed)  # noqa: S311 - no secret
    mind = Mind(lots)
    fresh = iter(lots.sample(sorted(map(str, range(FACTS))), FACTS))
    met: set[str] = set()
    for day in range(days):
        today = START + timedelta(day)
        asked = schedule.due(today)[:QUESTIONS]
        asked += [next(fresh) for _ in range(QUESTIONS - len(asked))]
        for fact in asked:
            schedule.note(fact, today, mind.answer(fact, today))
        met.update(asked)
    return mind.learnt(START + timedelta(days)), len(met & mind.known)


def compared(schedules: dict[str, Callable[[], Schedule]], seeds: Iterable[int]) -> dict[str, tuple[float, float]]:
    """For each schedule the means of both figures over players."""
    lots = list(seeds)
    found = {}
    for name, make in schedules.items():
        rows = [month(make(), seed) for seed in lots]
        found[name] = mean(learnt for learnt, _ in rows), mean(known for _, known in rows)
    return found


def main() -> None:
    schedules: dict[str, Callable[[], Schedule]] = {"no review": Never, "1, 3, 7, 14, 30 days": Ladder}
    try:
        Fsrs()
        schedules["FSRS"] = Fsrs
    except ImportError:
        print("fsrs is not installed: left out")
    figures = compared(schedules, range(40))
    none = figures["no review"][0]
    print(f"{DAYS} days, {QUESTIONS} questions a day, 40 players\n{'':22}learnt   against none   known before")
    for name, (learnt, known) in figures.items():
        print(f"{name:22}{learnt:6.1f}   {learnt / none - 1:+12.0%}   {known:12.1f}")


if __name__ == "__main__":
    main()

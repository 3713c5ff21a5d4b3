"""One player's papers for one pack: their statistics, what they have to review, how able they are."""

from datetime import date
from functools import cached_property

from msgspec import json

from questions.bank import Bank
from quiz import reports, schedule, statistics
from quiz.exits import Refused
from quiz.history import Past
from quiz.statistics import Statistics, World
from quiz.store import Store, StoreError


class Desk:
    """Papers read when they are asked for; each raises Refused where the store cannot be read."""

    def __init__(self, store: Store, player: str, bank: Bank, today: date) -> None:
        self.past = Past(store, player, bank.pack.name)
        self.player, self.bank, self._today = player, bank, today

    def statistics(self) -> Statistics:
        try:
            given = self.past.given()
        except StoreError as error:
            raise unreadable(error) from error
        return statistics.gather(self.player, given, world(self.bank), self._today)

    @cached_property
    def waiting(self) -> dict[str, schedule.Return]:
        """What comes back, of the facts that the pack still has."""
        try:
            meetings = self.past.meetings()
        except StoreError as error:
            raise unreadable(error) from error
        return {fact: when for fact, when in schedule.returns(meetings).items() if _has(self.bank, fact)}

    def due(self) -> list[str]:
        """The facts to review today, the most urgent first."""
        return schedule.due(self.waiting, self._today)

    def review(self) -> str:
        """What waits to be asked again, in a line."""
        return reports.coming(len(self.due()), schedule.next_day(self.waiting), self._today)


def unreadable(error: StoreError) -> Refused:
    return Refused(f"the scores cannot be read: {error}; move that file away to start afresh")


def world(bank: Bank) -> World:
    """What the statistics need to know of a pack."""
    works = bank.pack.works
    return World(
        pack=bank.pack.name,
        titles={slug: work.title for slug, work in works.items()},
        years={slug: work.year for slug, work in works.items()},
        facts=frozenset(entry.fact for template in bank.templates for entry in bank.pool(template) if entry.asks),
    )


def _has(bank: Bank, fact: str) -> bool:
    return any(bank.pool(template).get(fact) for template in bank.templates)


def as_json(told: Statistics) -> str:
    """One object."""
    return json.format(json.encode(told), indent=2).decode()

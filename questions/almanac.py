"""The round of a day: its facts are drawn before anything else, so that a new fact changes few days.

Nor are its options weighed against all that might stand beside them, as those of other rounds are: each newcomer
would move many.
"""

from collections.abc import Iterator

from questions.bank import Bank
from questions.compose import PATIENCE, compose, mentions
from questions.deck import Hand, drawn, lots_of, ordered, sorts
from questions.difficulty import step
from questions.pools import Entry
from questions.question import Difficulty, Question
from questions.streams import Lots
from questions.subjects import find
from questions.templates import TEMPLATES, Template

TRIES, DRAWS = 16, 64
"""How many draws of options show whether a fact can be asked about at all, and beside all that is planned."""

Ask = tuple[Template, Entry]


def deal_of_day(bank: Bank, *, level: Difficulty, count: int, seed: int) -> tuple[Question, ...]:
    """As `deal`, but what is asked about hangs as little as can be on the options that happen to be drawn."""
    day = _Day(bank, level, seed)
    plan, hand = day.plan(count), Hand(count, None)
    told = [mentions(find(bank.pack, entry.fact)) for _, entry in plan]
    missing = list(range(len(plan), count))
    for i, ask in enumerate(plan):
        question = day.question(ask, hand, hand.named.union(*told[:i], *told[i + 1 :]))
        hand.take(question)
        missing += [] if question else [i]
    for place in missing:
        kinds = sorts(count, place, None)
        hand.take(day.stand_in(hand, kinds[0]) or drawn(bank, hand, level, seed, place, kinds, None))
    return ordered(hand.questions, seed)


class _Day:
    """The facts of one day, in their order."""

    def __init__(self, bank: Bank, level: Difficulty, seed: int) -> None:
        self._bank, self._level, self._seed = bank, level, seed
        self._facts = {of_scenes: self._drawn(of_scenes) for of_scenes in (True, False)}

    def plan(self, count: int) -> list[Ask]:
        """What is asked about and how: moments, then other facts, none of them telling another's answer."""
        plan: list[Ask] = []
        hand, answers = Hand(count, None), set[str]()
        for of_scenes, facts in self._facts.items():
            for fact in facts:
                if len(plan) == count or sorts(count, len(plan), None)[0] != of_scenes:
                    break
                told = mentions(find(self._bank.pack, fact))
                ask = None if told & answers else next(self._asks(fact, of_scenes, hand), None)
                if ask:
                    plan.append(ask)
                    hand.plan(*ask, told)
                    answers.add(ask[1].answer.entity)
        return plan

    def question(self, ask: Ask, hand: Hand, taboo: frozenset[str]) -> Question | None:
        """The first draw that goes with what is in the hand."""
        draws = (
            compose(self._bank, *ask, self._level, self._seed, PATIENCE + attempt, taboo, hand.told)
            for attempt in range(DRAWS)
        )
        return next((question for question in draws if question and hand.fits(question)), None)

    def stand_in(self, hand: Hand, of_scenes: bool) -> Question | None:
        """A question about the first of the day's facts that fits, in place of one that did not."""
        asks = (ask for fact in self._facts[of_scenes] for ask in self._asks(fact, of_scenes, hand))
        return next(filter(None, (self.question(ask, hand, hand.named) for ask in asks)), None)

    def _asks(self, fact: str, of_scenes: bool, hand: Hand) -> Iterator[Ask]:
        """The ways to ask about a fact, drawn by weight, for which the hand has room and the pack wrong options."""
        draw, entries = Lots("template", self._seed, fact), self._facts[of_scenes][fact]
        for name in sorted(entries, key=lambda name: draw.of(name.encode(), lots_of(TEMPLATES[name], self._level))):
            ask = TEMPLATES[name], entries[name]
            if hand.open_to(ask[0]) and hand.wants(ask[1]) and self._possible(ask):
                yield ask

    def _possible(self, ask: Ask) -> bool:
        return any(compose(self._bank, *ask, self._level, self._seed, PATIENCE + i) for i in range(TRIES))

    def _drawn(self, of_scenes: bool) -> dict[str, dict[str, Entry]]:
        """Facts in an order drawn by lot, each with the entry of every template that can ask about it."""
        draw, found = Lots("day", self._seed), dict[str, dict[str, Entry]]()
        for template in self._bank.templates:
            if template.of_scenes == of_scenes:
                for entry in self._bank.shelf(template, step(self._level)).window("day", self._seed):
                    found.setdefault(entry.fact, {})[template.id] = entry
        return dict(sorted(found.items(), key=lambda item: draw.of(item[0].encode())))

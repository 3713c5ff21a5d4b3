"""A round's questions from a pack, a level and a seed: varied, and none telling another's answer."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from questions.bank import Bank
from questions.compose import compose
from questions.difficulty import step
from questions.pools import Entry
from questions.question import Difficulty, Question
from questions.streams import Lots, rank
from questions.subjects import works_of
from questions.telling import Telling, enemies
from questions.templates import TEMPLATES, Template
from questions.words import tokens

__all__ = ["PER_WORK", "climb", "deal", "enemies"]

SCENES, FEWEST_SCENES = 65, 60
"""The share of a round that is about the moments, wished and at least, in per cent."""

ATTEMPTS = 16
"""How often the options of every fact are drawn anew before a place stays empty."""

HANDS, WITHIN_REACH = 4, 3
"""How many rounds are dealt where the first lacks fewer than so many questions; the longest of them serves."""

PLENTY = 40
"""How many answers a template needs at a level to be drawn by its full weight."""

PER_WORK = 2
PER_TEMPLATE = 0.3
PER_KIND = 0.4
"""The greatest share of a round that one template, or one kind of answer, may have."""


def deal(
    bank: Bank, *, level: Difficulty, count: int, seed: int, works: frozenset[str] | None = None
) -> tuple[Question, ...]:
    """The questions of a round in the order they are asked; fewer than `count` where the pack is too small.

    Opens with the question most can answer (on a hard round an easy one), closes with the next, and asks no
    template twice running. With `works`, each is about these works alone; wrong options may be of any.
    """
    longest: tuple[Question, ...] = ()
    for lot in (seed, *(rank("hand", seed, again) for again in range(HANDS - 1))):
        hand = Hand(count, works)
        for place in range(count):
            at = "easy" if level == "hard" and place == 0 and count > 1 else level
            hand.take(drawn(bank, hand, at, lot, place, sorts(count, place, works), works))
        longest = max(longest, ordered(hand.questions, lot), key=len)
        if not 0 < count - len(longest) < WITHIN_REACH:
            break
    return longest


def climb(
    bank: Bank,
    *,
    steps: tuple[tuple[Difficulty, int], ...],
    seed: int,
    works: frozenset[str] | None = None,
) -> tuple[tuple[Question, ...], ...]:
    """For each step, a level and a number, so many questions of that level: fewer where the pack is too small.

    All of them go together as those of a round do. Each step is as varied as a round of its own, and no template
    is asked twice running, from one step to the next either.
    """
    hand = Hand(sum(count for _, count in steps), works)
    climbed: list[tuple[Question, ...]] = []
    last = None
    for level, count in steps:
        hand.begin(count)
        taken = len(hand.questions)
        for nth in range(count):
            hand.take(drawn(bank, hand, level, seed, nth, sorts(count, nth, works), works))
        climbed.append(_apart(hand.questions[taken:], seed, last))
        last = climbed[-1][-1] if climbed[-1] else last
    return tuple(climbed)


def sorts(count: int, place: int, works: frozenset[str] | None) -> tuple[bool, ...]:
    """Whether a place is for a moment, and what may stand in where none is left: of few works there may be none."""
    scenes = place < -(-count * SCENES // 100)
    bound = works is None and place < -(-count * FEWEST_SCENES // 100)
    return (True,) if bound else (scenes, not scenes)


def drawn(
    bank: Bank,
    hand: "Hand",
    level: Difficulty,
    seed: int,
    place: int,
    kinds: tuple[bool, ...],
    works: frozenset[str] | None,
) -> Question | None:
    """The question of a place in the round, or None where nothing fits it."""
    draws = (
        _offers(bank, hand, level, seed, place, sort, attempt, works)
        for sort in kinds
        for attempt in range(ATTEMPTS)
    )
    return next(chain.from_iterable(draws), None)


class Hand:
    """The questions taken so far, and what they leave room for."""

    def __init__(self, count: int, works: frozenset[str] | None) -> None:
        self.questions: list[Question] = []
        self._tellings: list[Telling] = []
        self._heard: dict[str, bool] = {}
        self._latest: Telling | None = None
        self.named: frozenset[str] = frozenset()
        self._per_work = PER_WORK if works is None else max(PER_WORK, -(-count // max(1, len(works))))
        self._used: Counter[tuple[str, str]] = Counter()
        self.begin(count)

    def begin(self, count: int) -> None:
        """Begins a stretch of so many questions, which has its own share of templates and kinds."""
        self._most = {"template": max(1, int(count * PER_TEMPLATE)), "kind": max(1, int(count * PER_KIND))}
        self._shares: Counter[tuple[str, str]] = Counter()

    def open_to(self, template: Template) -> bool:
        return (
            self._shares["template", template.id] < self._most["template"]
            and self._shares["kind", template.kind.name] < self._most["kind"]
        )

    def wants(self, entry: Entry) -> bool:
        """Whether the fact and its answer are new, and its work has room."""
        return (
            not self._used["fact", entry.fact]
            and entry.answer.entity not in self.named
            and all(self._used["work", work] < self._per_work for work in works_of(entry.fact))
        )

    def told(self, text: str) -> bool:
        """Whether a question of the hand has this text in what it tells."""
        if text not in self._heard:
            words = tokens(text)
            self._heard[text] = any(telling.says(words) for telling in self._tellings)
        return self._heard[text]

    def fits(self, question: Question) -> bool:
        telling = self._telling(question)
        return not any(telling.enemy(other) for other in self._tellings)

    def _telling(self, question: Question) -> Telling:
        if self._latest is None or self._latest.question is not question:
            self._latest = Telling(question)
        return self._latest

    def plan(self, template: Template, entry: Entry, told: frozenset[str]) -> None:
        """Keeps room for a question about a fact, whatever its options will be."""
        self.named |= told
        self._count(template, entry.fact)

    def take(self, question: Question | None) -> None:
        if question is None:
            return
        self.questions.append(question)
        self._tellings.append(self._telling(question))
        self._heard.clear()
        self.named |= question.mentions
        self._count(TEMPLATES[question.template], question.fact)

    def _count(self, template: Template, fact: str) -> None:
        self._shares.update((("template", template.id), ("kind", template.kind.name)))
        self._used.update((("fact", fact), *(("work", work) for work in works_of(fact))))


def _offers(
    bank: Bank,
    hand: Hand,
    level: Difficulty,
    seed: int,
    place: int,
    scenes: bool,
    attempt: int,
    works: frozenset[str] | None,
) -> Iterator[Question]:
    """Questions that would fit a place, the template drawn by weight and then the fact."""
    templates = [t for t in bank.templates if t.of_scenes == scenes and hand.open_to(t)]
    draw = Lots("template", seed, place)
    lots = {template.id: lots_of(template, level, bank.variety(template, step(level))) for template in templates}
    for template in sorted(templates, key=lambda t: draw.of(t.id.encode(), lots[t.id])):
        shelf = bank.shelf(template, step(level))
        lot = (seed, template.id, place)
        if template.kind.by_value:
            entries = shelf.by_value(*lot, works=works, told=hand.told)
        else:
            entries = shelf.window(*lot, works=works)
        for entry in entries:
            if hand.wants(entry):
                question = compose(bank, template, entry, level, seed, attempt, hand.named, hand.told)
                if question and hand.fits(question):
                    yield question


def lots_of(template: Template, level: Difficulty, answers: int = PLENTY) -> int:
    """By weight; an easy round leans to what is easily kept in mind, a hard one to what is not.

    Of few answers each would come up too often, and be known.
    """
    lean = (2.5 - 3 * template.toil, 1.0, 0.1 + 1.8 * template.toil)[step(level)]
    return max(1, round(2 * template.weight * lean * min(1, answers / PLENTY)))


def ordered(questions: list[Question], seed: int) -> tuple[Question, ...]:
    """The easiest first, the next last, the others by lot with no template twice running."""
    by_ease = sorted(questions, key=lambda q: (q.difficulty_score, q.id))
    if len(by_ease) < 3:
        return tuple(by_ease)
    opener, closer, *rest = by_ease
    rest.sort(key=lambda q: rank("order", seed, q.id))
    return tuple(_spread([opener], rest, closer) or [opener, *rest, closer])


def _spread(asked: list[Question], rest: list[Question], closer: Question) -> list[Question] | None:
    """The first order in which neighbours differ in template, by trying each in turn."""
    if not rest:
        return [*asked, closer] if asked[-1].template != closer.template else None
    for i, question in enumerate(rest):
        if question.template != asked[-1].template:
            found = _spread([*asked, question], rest[:i] + rest[i + 1 :], closer)
            if found:
                return found
    return None


def _apart(questions: list[Question], seed: int, last: Question | None) -> tuple[Question, ...]:
    """The questions by lot, with no template twice running where that can be: not after the `last` one either."""
    lots = sorted(questions, key=lambda q: rank("order", seed, q.id))
    for closer in reversed(lots):
        rest = [question for question in lots if question is not closer]
        asked = [last] if last else [rest.pop(0)] if rest else []
        found = _spread(asked, rest, closer) if asked else None
        if found:
            return tuple(found[1:] if last else found)
    return tuple(lots)

"""A round's questions from a pack, a level and a seed: varied, and none telling another's answer."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from questions.answers import people
from questions.bank import Bank
from questions.compose import compose
from questions.difficulty import step
from questions.pools import Entry
from questions.question import Difficulty, Question
from questions.streams import Lots, rank
from questions.templates import TEMPLATES, Template
from questions.words import tokens

SCENES = 65
"""The share of a round that is about the moments, in per cent."""

ATTEMPTS = 4
"""How often the options of every fact are drawn anew before a place stays empty."""

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
    hand = _Hand(count, PER_WORK if works is None else max(PER_WORK, -(-count // max(1, len(works)))))
    scenes = -(-count * SCENES // 100)
    for place in range(count):
        at = "easy" if level == "hard" and place == 0 and count > 1 else level
        # Where few works are asked about, there may be no moments left, but other facts.
        sorts = (place < scenes,) if works is None else (place < scenes, place >= scenes)
        draws = (
            _offers(bank, hand, at, seed, place, sort, attempt, works)
            for sort in sorts
            for attempt in range(ATTEMPTS)
        )
        question = next(chain.from_iterable(draws), None)
        if question:
            hand.take(question)
    return _ordered(hand.questions, seed)


class _Hand:
    """The questions taken so far, and what they leave room for."""

    def __init__(self, count: int, per_work: int) -> None:
        self.questions: list[Question] = []
        self.named: frozenset[str] = frozenset()
        self._most = {"template": max(1, int(count * PER_TEMPLATE)), "kind": max(1, int(count * PER_KIND))}
        self._per_work = per_work
        self._used: Counter[tuple[str, str]] = Counter()

    def open_to(self, template: Template) -> bool:
        return (
            self._used["template", template.id] < self._most["template"]
            and self._used["kind", template.kind.name] < self._most["kind"]
        )

    def wants(self, entry: Entry) -> bool:
        """Whether the fact and its answer are new, and its work has room."""
        return (
            not self._used["fact", entry.fact]
            and entry.answer.entity not in self.named
            and self._used["work", entry.work] < self._per_work
        )

    def fits(self, question: Question) -> bool:
        return not any(enemies(question, other) for other in self.questions)

    def take(self, question: Question) -> None:
        self.questions.append(question)
        self.named |= question.mentions
        kind = TEMPLATES[question.template].kind.name
        for used in (
            ("template", question.template),
            ("kind", kind),
            ("fact", question.fact),
            ("work", question.work),
        ):
            self._used[used] += 1


def _offers(
    bank: Bank,
    hand: _Hand,
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
    for template in sorted(templates, key=lambda t: draw.of(t.id.encode(), _lots(t, level))):
        shelf = bank.shelf(template, step(level))
        lot = (seed, template.id, place)
        entries = shelf.by_value(*lot, works=works) if template.kind.by_value else shelf.window(*lot, works=works)
        for entry in entries:
            if hand.wants(entry):
                question = compose(bank, template, entry, level, seed, attempt, hand.named)
                if question and hand.fits(question):
                    yield question


def _lots(template: Template, level: Difficulty) -> int:
    """By weight; an easy round leans to what is easily kept in mind, a hard one to what is not."""
    lean = (2.5 - 3 * template.toil, 1.0, 0.1 + 1.8 * template.toil)[step(level)]
    return max(1, round(template.weight * lean))


def enemies(a: Question, b: Question) -> bool:
    """Whether either question names an option of the other."""
    return _tells(a, b) or _tells(b, a)


def _tells(teller: Question, asked: Question) -> bool:
    for option in asked.options:
        kind, _, key = option.entity.partition(":")
        if teller.mentions & ({f"person:{each}" for each in people(key)} if kind == "person" else {option.entity}):
            return True
    spoken = (teller.stem, teller.explanation, *(f"{option.text} {option.note}" for option in teller.options))
    text = _words(" ".join(spoken))
    return any(_words(option.text) in text for option in asked.options)


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return f" {' '.join(tokens(text))} "


def _ordered(questions: list[Question], seed: int) -> tuple[Question, ...]:
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

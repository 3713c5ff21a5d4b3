"""What the rules of form forbid outright, question by question, and the rates that a sample must keep."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from questions.audit.sample import Almanac, Sample, questions_of
from questions.audit.words import stems
from questions.question import Question
from questions.streams import Stream

TEXTS = ("act", "line", "script")


def kind_of(question: Question) -> str:
    return question.key.entity.partition(":")[0]


def people_of(entity: str) -> int:
    """How many people an entity is: one, or two who did it together; 0 for anything else."""
    return entity.count("+") + 1 if entity.startswith("person:") else 0


def clang(question: Question) -> set[str]:
    """The content words, or syllables of names, that the stem shares with the key alone."""
    everywhere = frozenset.intersection(*(stems(option.text) for option in question.options))
    return set(stems(question.stem) & stems(question.key.text) - everywhere)


def misshapen(question: Question, almanac: Almanac) -> list[str]:
    """In what the options differ that an onlooker could see; the capitals of a name are its own."""
    texts = [option.text for option in question.options]
    genders = {almanac.known(option, question.template).gender for option in question.options} - {""}
    seen: dict[str, set[object]] = {
        "kind": {(o.entity.partition(":")[0], people_of(o.entity)) for o in question.options},
        "gender": set(genders) if kind_of(question) == "person" else set(),
        "script": {_scripts(text) for text in texts},
        "first letter’s case": {t.lstrip("“‘")[:1].islower() for t in texts if kind_of(question) in TEXTS},
        "quotation marks": {text.count("“") for text in texts},
        "full stop": {text.endswith(".") for text in texts if kind_of(question) in TEXTS},
    }
    return [what for what, values in seen.items() if len(values) > 1]


def _scripts(text: str) -> frozenset[str]:
    return frozenset(unicodedata.name(c, "?").split()[0] for c in text if c.isalpha())


@dataclass(frozen=True, slots=True)
class Lengths:
    """Keys against the mean of their wrong options, for acts, lines and plans."""

    n: int
    far: int
    longest: float
    """The share of keys that stand out as the longest by more than 15 %, less what chance would give."""


def lengths(sample: Sample) -> Lengths:
    n, far, longest, chance = 0, 0, 0, 0.0
    for question in questions_of(sample):
        if kind_of(question) in TEXTS:
            sizes = [len(option.text) for option in question.options]
            key = sizes.pop(question.answer)
            ratio = key / fmean(sizes)
            n += 1
            far += abs(ratio - 1) > 0.30
            longest += ratio > 1.15 and key > max(sizes)
            chance += 1 / (len(sizes) + 1)
    return Lengths(n, far, (longest - chance) / n if n else 0.0)


@dataclass(frozen=True, slots=True)
class KeyRate:
    """How far it helps to keep count of who was right; each fact once, in random order."""

    n: int
    often: float
    fresh: float
    top: float
    """The share of the sample's questions whose key is the person most often right."""
    things: float
    """The share of keys that are no persons."""


def key_rate(sample: Sample) -> KeyRate:
    everything = list(questions_of(sample))
    asked = once_each([question for question in everything if kind_of(question) == "person"])
    right: Counter[str] = Counter()
    often = fresh = 0.0
    for question in asked:
        counts = [right[option.entity] for option in question.options]
        often += _credit(counts, question.answer)
        fresh += _credit([-count for count in counts], question.answer)
        right[question.key.entity] += 1
    keys = [p for q in everything if kind_of(q) == "person" for p in q.key.entity[7:].split("+")]
    people = sum(people_of(question.key.entity) > 0 for question in everything)
    top = max(Counter(keys).values(), default=0)
    n, total = len(asked) or 1, len(everything) or 1
    return KeyRate(len(asked), often / n, fresh / n, top / total, 1 - people / total)


def once_each(questions: Sequence[Question]) -> list[Question]:
    """One question for each fact, chosen and ordered by lot."""
    by_fact: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_fact[question.fact].append(question)
    draw = Stream("audit", "once each")
    return draw.shuffled([found[draw.below(len(found))] for _, found in sorted(by_fact.items())])


def _credit(scores: Sequence[float], answer: int) -> float:
    best = max(scores)
    return 1 / scores.count(best) if scores[answer] == best else 0.0

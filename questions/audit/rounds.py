"""Whole rounds: that no question tells another's answer, and that a round is as varied as it should be."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from questions.audit.sample import Sitting
from questions.audit.words import fold, words
from questions.facts import Pack
from questions.question import Question

_EMPHASIS = re.compile(r"\*([^*]+)\*")
_NAME = re.compile(r"[^\W\d_][\w.]*(?:[-’'][^\W\d_]\w*)*")
_VALUES = ("year", "episode", "company", "basis")
_SHORT = 4


@dataclass(frozen=True)
class Reader:
    """Reads what a question names, from its words rather than from what it says of itself."""

    pack: Pack

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """People and characters by folded name; names of one short word would be found everywhere."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, person in self.pack.people.items():
            for name in (person.name, *person.aliases):
                found[fold(name)].add(f"person:{key}")
        for slug, work in self.pack.works.items():
            for slot, role in work.cast.items():
                found[fold(role.character or "")].add(f"role:{slug}/{slot}")
        return {name: frozenset(things) for name, things in found.items() if len(name) > _SHORT}

    @cached_property
    def _titles(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for slug, work in self.pack.works.items():
            for title in (work.title, *work.aliases):
                found[fold(title)].add(f"work:{slug}")
        return {title: frozenset(works) for title, works in found.items()}

    def named(self, text: str) -> set[str]:
        """The people, characters and works that a stem or explanation names."""
        found: set[str] = set()
        for title in _EMPHASIS.findall(text):
            found |= self._titles.get(fold(title), frozenset())
        left = _NAME.findall(_EMPHASIS.sub(" ", text))
        while left:
            known = (n for n in range(min(4, len(left)), 0, -1) if self._called(left[:n]))
            length = next(known, 0)
            found |= self._called(left[:length])
            left = left[length or 1 :]
        return found

    def _called(self, run: Sequence[str]) -> frozenset[str]:
        """Whom a run of words names; the longest name at a place is the one that is meant."""
        if not run or run[0].islower():
            return frozenset()
        return self._names.get(fold(re.sub(r"[’']s$", "", "".join(run))), frozenset())

    def told(self, question: Question) -> frozenset[str]:
        """All that a question names: in its words and by its options."""
        named = self.named(_text(question))
        return frozenset(named | {thing for option in question.options for thing in things(option.entity)})


def things(entity: str) -> Iterator[str]:
    """An entity's parts: the people of a pair, else itself."""
    kind, _, rest = entity.partition(":")
    return (f"{kind}:{part}" for part in rest.split("+"))


def enemies(sitting: Sitting, reader: Reader) -> list[str]:
    """Every pair of the round of which one gives the other away, or shows its options twice."""
    told = [reader.told(question) for question in sitting.questions]
    found = []
    for j, later in enumerate(sitting.questions):
        for i, earlier in enumerate(sitting.questions[:j]):
            again = {part for o in later.options for part in things(o.entity)} & told[i]
            if again:
                found.append(f"{later.id} shows again, after {earlier.id}: {', '.join(sorted(again))}")
            if set(earlier.fact.split("+")) & set(later.fact.split("+")):
                found.append(f"{earlier.id} and {later.id} ask about one fact")
            found += [f"{earlier.id} tells {later.id}"] * _tells(earlier, later, told[i])
            found += [f"{later.id} tells {earlier.id}"] * _tells(later, earlier, told[j])
    return found


def _tells(one: Question, other: Question, told: frozenset[str]) -> bool:
    """Whether one question's words hold the other's answer: a value only where they name its work too."""
    kind = other.key.entity.partition(":")[0]
    told_words, answer = (f" {' '.join(words(text))} " for text in (_text(one), other.key.text))
    if kind in _VALUES:
        return f"work:{other.work}" in told and answer in told_words
    return bool(set(things(other.key.entity)) & told) or (len(answer) > _SHORT + 4 and answer in told_words)


def _text(question: Question) -> str:
    return f"{question.stem} {question.explanation}"


MOST_ON_ONE_WORK = 2
LEAST_TEMPLATES = 4
LEAST_KINDS = 3
LEAST_SCENES = 0.6


def complaints(sitting: Sitting) -> list[str]:
    """In what a round is not as varied as it should be."""
    questions = sitting.questions
    works = Counter(work for q in questions for work in _works(q))
    facts = Counter(part for q in questions for part in q.fact.split("+"))
    keys = Counter(part for q in questions for part in things(q.key.entity))
    templates = [question.template for question in questions]
    found = {
        "too few scenes": sum(q.scene is not None for q in questions) < LEAST_SCENES * len(questions),
        "fewer than 4 templates": len(set(templates)) < LEAST_TEMPLATES,
        "fewer than 3 kinds of answer": len({q.key.entity.partition(":")[0] for q in questions}) < LEAST_KINDS,
        "more than 2 on one work": max(works.values(), default=0) > MOST_ON_ONE_WORK,
        "two on one fact": max(facts.values(), default=0) > 1,
        "one key twice": max(keys.values(), default=0) > 1,
        "a template twice running": any(a == b for a, b in pairwise(templates)),
        "opens or closes with something hard": not _framed(questions),
    }
    return [what for what, so in found.items() if so]


def _works(question: Question) -> set[str]:
    roles = question.fact.split("+")
    return {question.work} | {role.partition("@")[0] for role in roles if "@" in role}


def _framed(questions: Sequence[Question]) -> bool:
    """Whether the first and the last are among the easier half."""
    scores = [question.difficulty_score for question in questions]
    return not scores or max(scores[0], scores[-1]) <= median(scores)

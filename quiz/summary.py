"""What a round comes to: accuracy, streaks, what to watch next, the text to share. Pure."""

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from msgspec import Struct

from questions.question import DIFFICULTIES, Question
from quiz import modes
from quiz.round import Answer, Round

KINDS = {"person": "people", "work": "titles", "act": "moments", "line": "lines", "script": "plans"}
"""How the kinds of answer are called, by the prefix of an option's entity; all others are details."""
DETAILS = "details"


class Tally(Struct, frozen=True):
    """Right answers out of all of one sort."""

    name: str
    right: int
    of: int


class Standing(Struct, frozen=True):
    """Where a kept round stands among the finished ones of its pack, mode, level and length.

    `place` is None where the round is not ranked: its player had played the seed before, say. `best` is the
    player's own best score before it, and `seeds` are those of all their ranked rounds there, this one's included.
    """

    place: int | None
    of: int
    best: int | None
    seeds: frozenset[int] = frozenset()


class Summary(Struct, frozen=True):
    """A round, counted. `missed` names works, each once, in the order they were asked about."""

    best_streak: int
    seconds: float
    levels: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    missed: tuple[str, ...]
    share: str


def summarise(round_: Round, titles: Mapping[str, str]) -> Summary:
    """Counts a round; `titles` gives a work's title, with its year, by slug."""
    pairs = tuple(zip(round_.questions, round_.answers, strict=False))
    return Summary(
        best_streak=best_streak(round_.answers),
        seconds=sum(answer.seconds for answer in round_.answers),
        levels=_tallies(pairs, lambda question: question.difficulty, DIFFICULTIES),
        kinds=_tallies(pairs, kind, (*KINDS.values(), DETAILS)),
        missed=tuple(dict.fromkeys(titles[question.work] for question, answer in pairs if not answer.right)),
        share=share(round_),
    )


def kind(question: Question) -> str:
    """What sort of thing the question asks for."""
    return KINDS.get(question.key.entity.partition(":")[0], DETAILS)


def best_streak(answers: Iterable[Answer]) -> int:
    """The most right answers without a miss between them."""
    runs = groupby(answers, key=lambda answer: answer.right)
    return max((len(list(run)) for right, run in runs if right), default=0)


def share(round_: Round) -> str:
    """One line to show to others, which tells nothing about the questions."""
    marks = "".join("✓" if answer.right else "✗" for answer in round_.answers)
    mode = modes.of(round_)
    of = "" if mode.open_ended else f"/{len(round_.questions)}"
    return f"Unscripted {mode.tag(round_.terms)} {round_.right}{of} {marks}"


def _tallies(
    pairs: Iterable[tuple[Question, Answer]], sort: Callable[[Question], str], order: Iterable[str]
) -> tuple[Tally, ...]:
    rows = [(sort(question), answer.right) for question, answer in pairs]
    counted = (
        Tally(name, sum(right for n, right in rows if n == name), sum(n == name for n, _ in rows)) for name in order
    )
    return tuple(tally for tally in counted if tally.of)

"""A round as a frozen value: its questions, the answers so far, and what they score.

`Round.answer` gives the next round; nothing here knows a clock, a screen or a place to keep things.
"""

from collections.abc import Callable
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from questions.question import Difficulty, Question

BASE: dict[Difficulty, int] = {"easy": 100, "medium": 200, "hard": 300}
LONGEST_BONUS = 5


def points(difficulty: Difficulty, running: int) -> int:
    """What a right answer scores as the `running`-th (from 1) right one in a row."""
    return BASE[difficulty] * (10 + min(running - 1, LONGEST_BONUS)) // 10


class Terms(Struct, frozen=True):
    """What a round was dealt from: together they give the same questions again, anywhere.

    `count` is how many questions were asked for; a small pack may have given fewer. `timer` is how many seconds
    each question may take, None where no clock runs; `flags` is what else was said, as flags of `quiz play`.
    """

    pack: str
    version: str
    digest: str
    generator: str
    mode: str
    level: str
    count: int
    seed: int
    player: str
    timer: int | None = None
    flags: str = ""


class Answer(Struct, frozen=True):
    """One answer: `chosen` is an option's index, or None for "don't know"."""

    chosen: int | None
    seconds: float
    right: bool
    points: int


class Use(Struct, frozen=True):
    """A lifeline, used up at the question of this index."""

    lifeline: str
    at: int


Score = Callable[["Round", int | None, float], int]
"""What an answer to a round's open question, chosen after so many seconds, scores: it may be less than nothing."""


def in_a_row(round_: "Round", chosen: int | None, seconds: float) -> int:
    """The usual score: a right answer is worth more in a row of them, a miss nothing."""
    question = round_.question
    return points(question.difficulty, round_.streak + 1) if chosen == question.answer else 0


class Round(Struct, frozen=True):
    """A round as it stands after some answers.

    `spares` are questions to swap for, `uses` the lifelines used up, and `hidden` the options that one of them
    has taken from the open question.
    """

    terms: Terms
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...] = ()
    spares: tuple[Question, ...] = ()
    uses: tuple[Use, ...] = ()
    hidden: frozenset[int] = frozenset()

    @property
    def asked(self) -> int:
        """How many questions have been answered."""
        return len(self.answers)

    @property
    def spent(self) -> bool:
        """Whether every question has its answer."""
        return self.asked == len(self.questions)

    @property
    def question(self) -> Question:
        """The question that waits for an answer; raises IndexError where none is left."""
        return self.questions[self.asked]

    @property
    def points(self) -> int:
        return sum(answer.points for answer in self.answers)

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(answer.right for answer in self.answers)

    @property
    def streak(self) -> int:
        """How many of the latest answers were right without a miss."""
        return sum(1 for _ in takewhile(lambda answer: answer.right, reversed(self.answers)))

    @property
    def shown(self) -> tuple[int, ...]:
        """The indexes of the open question's options that can be chosen."""
        return tuple(i for i in range(len(self.question.options)) if i not in self.hidden)

    def answer(self, chosen: int | None, seconds: float, score: Score = in_a_row) -> "Round":
        """The round with one more answer, to the question that waits.

        Raises ValueError for an option that the question does not show or a round that is spent.
        """
        if self.spent:
            raise ValueError("every question of this round has its answer")
        if chosen is not None and chosen not in self.shown:
            raise ValueError(f"no option {chosen} among {len(self.question.options)}")
        right = chosen == self.question.answer
        won = score(self, chosen, seconds)
        return replace(self, answers=(*self.answers, Answer(chosen, seconds, right, won)), hidden=frozenset())

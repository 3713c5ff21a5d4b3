"""A round as a frozen value: its questions, the answers so far, and what they score.

`Round.answer` gives the next round; nothing here knows a clock, a screen or a place to keep things.
"""

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

    `count` is how many questions were asked for; a small pack may have given fewer.
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


class Answer(Struct, frozen=True):
    """One answer: `chosen` is an option's index, or None for "don't know"."""

    chosen: int | None
    seconds: float
    right: bool
    points: int


class Round(Struct, frozen=True):
    """A round as it stands after some answers."""

    terms: Terms
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...] = ()

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

    def answer(self, chosen: int | None, seconds: float) -> "Round":
        """The round with one more answer, to the question that waits.

        Raises ValueError for an option that the question does not have or a round that is spent.
        """
        if self.spent:
            raise ValueError("every question of this round has its answer")
        question = self.question
        if chosen is not None and not 0 <= chosen < len(question.options):
            raise ValueError(f"no option {chosen} among {len(question.options)}")
        right = chosen == question.answer
        won = points(question.difficulty, self.streak + 1) if right else 0
        return replace(self, answers=(*self.answers, Answer(chosen, seconds, right, won)))

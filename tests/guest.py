"""Somebody in the seat who answers and chooses by a script, and whole rounds with them."""

from collections.abc import Iterable, Sequence
from typing import Any

from asking import Script

from questions.question import Question
from quiz import host
from quiz.exits import Left
from quiz.host import Wish
from quiz.modes import CLASSIC, Mode
from quiz.notebook import Notebook
from quiz.play import Ending, Next
from quiz.statistics import Statistics
from quiz.store import Score

ZEROS = [0] * 100


class Guest(Script):
    """Sits at the game: answers as scripted, and takes each choice from a list (None is the default)."""

    draws = True

    def __init__(
        self,
        answers: Iterable[int | None] = (),
        choices: Iterable[Any] = (),
        rounds: int = 1,
        end: type[Left] = Left,
        then: Iterable[Next] = (),
    ) -> None:
        super().__init__(answers, end)
        self._next = iter(then)
        self.notes: Notebook | None = None
        self._choices, self._rounds = iter(choices), rounds
        self.asked: list[tuple[str, Any]] = []
        self.said: list[str] = []
        self.boards_seen: list[str] = []

    def choose(self, prompt: str, choices: Sequence[tuple[Any, str]], default: Any) -> Any:
        self.asked.append((prompt, default))
        chosen = next(self._choices, None)
        if chosen is Left:
            raise Left
        assert chosen is None or chosen in [value for value, _ in choices]
        return default if chosen is None else chosen

    def name(self, prompt: str, default: str) -> str:
        self.asked.append((prompt, default))
        return next(self._choices, None) or default

    def say(self, line: str) -> None:
        self.said.append(line)

    def read(self, lines: Sequence[str]) -> None:
        self.said.extend(lines)

    def boards(self, boards: Sequence[Sequence[Score]], mine: str | None) -> None:
        self.boards_seen += [score.player for board in boards for score in board]

    def statistics(self, told: Statistics, review: str) -> None:
        self.said += [f"{told.player} {told.right}/{told.answers}", review]

    def again(self, missed: int = 0) -> Next | None:
        self.missed = missed
        self._rounds -= 1
        return next(self._next, "round" if self._rounds > 0 else None)

    def seeds(self) -> list[int]:
        return [news.round.terms.seed for news in self.news if isinstance(news, Ending)]


def play(answers: Iterable[Any] = ZEROS, *choices: Any, mode: Mode = CLASSIC, **said: Any) -> Guest:
    """Plays a round of dramas, and chooses what was not said."""
    guest = Guest(answers, choices)
    host.play(Wish("kdrama", **said), guest, asks=True, mode=mode)
    return guest


def asked(guest: Guest) -> tuple[Question, ...]:
    """The questions of the last round."""
    return guest.news[-1].round.questions

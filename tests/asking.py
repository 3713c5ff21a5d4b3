"""Questions and rounds made in code, for tests of the game: no pack, no chance."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from questions.question import Citation, Difficulty, Option, Question
from quiz.exits import Ended, Left
from quiz.play import Ending, News, Verdict
from quiz.round import Round, Terms

TERMS = Terms(
    pack="kdrama",
    version="2026.11",
    digest="d" * 64,
    generator="1",
    mode="classic",
    level="medium",
    count=3,
    seed=7,
    player="Ada",
)
SOURCE = Citation("The Herald", "Ten moments nobody wrote", "https://example.org/ten-moments")
NAMES = ("Gong Yoo", "Kim Go-eun", "Lee Dong-wook", "Yoo In-na")


def question(number: int = 0, difficulty: Difficulty = "medium", **facts: Any) -> Question:
    """The `number`-th question; its right option is the second of four people unless said otherwise."""
    texts: tuple[str, ...] = facts.pop("texts", NAMES)
    answer: int = facts.pop("answer", 1)
    kind: str = facts.pop("kind", "person")
    options = tuple(
        Option(text, f"{kind}:{i}-{number}", None if i == answer else "C") for i, text in enumerate(texts)
    )
    known: dict[str, Any] = {
        "id": f"who-improvised:goblin/scene-{number}:{difficulty}",
        "pack": "kdrama",
        "version": "2026.11",
        "fact": f"goblin/scene-{number}",
        "template": "who-improvised",
        "difficulty": difficulty,
        "difficulty_score": 0.5,
        "stem": f"In *Goblin*, in scene {number}: which actor chose to hum?",
        "options": options,
        "answer": answer,
        "work": "goblin",
        "scene": f"scene-{number}",
        "explanation": "Kim Go-eun hummed in *Goblin*, unasked.",
        "sources": (SOURCE,),
        "mentions": frozenset(),
    }
    return Question(**{**known, **facts})


def game(*questions: Question, answers: Iterable[int | None] = (), **terms: Any) -> Round:
    """A round of these questions, or of three, with these answers given so far."""
    asked = questions or tuple(question(number) for number in range(3))
    fields = {name: getattr(TERMS, name) for name in Terms.__struct_fields__}
    round_ = Round(Terms(**{**fields, "count": len(asked), **terms}), asked)
    for chosen in answers:
        round_ = round_.answer(chosen, 1.5)
    return round_


def clock(hours: int) -> Callable[[], datetime]:
    """A clock that moves so many hours each time it is read."""
    return (datetime(2026, 11, 23, tzinfo=UTC) + timedelta(hours=hours * read) for read in count()).__next__


class Script:
    """A player who answers from a list, and remembers all that was told; leaves where the list ends."""

    def __init__(self, answers: Iterable[int | None], end: type[Left] = Ended) -> None:
        self._answers, self._end = iter(answers), end
        self.told: list[News] = []
        self.news: list[Verdict | Ending] = []
        """What was told to one player alone."""

    def ask(self, round_: Round) -> int | str | None:
        for answer in self._answers:
            return answer
        raise self._end

    def tell(self, news: News) -> None:
        self.told.append(news)
        if isinstance(news, Verdict | Ending):
            self.news.append(news)


class Kept:
    """A record that remembers each round that it was given."""

    def __init__(self) -> None:
        self.rounds: list[Round] = []
        self.finished: list[Round] = []
        self.noted: list[Round] = []

    def note(self, round_: Round) -> None:
        self.noted.append(round_)

    def keep(self, round_: Round) -> None:
        self.rounds.append(round_)

    def finish(self, round_: Round) -> None:
        self.finished.append(round_)

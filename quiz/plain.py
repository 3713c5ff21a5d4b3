"""A player on plain lines: for screen readers, pipes and scripts.

Says everything that the terminal shows, in new lines only: no boxes, no colour, nothing drawn twice.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from quiz import modes, wording
from quiz.exits import Ended, Left
from quiz.play import Ending, Final, News, Next, Reveal, Verdict
from quiz.round import Round
from quiz.summary import Tally, best_streak

if TYPE_CHECKING:
    from questions.question import Question
    from quiz.notebook import Notebook
    from quiz.statistics import Statistics
    from quiz.store import Score

T = TypeVar("T")
LETTERS = "abcd"


class Plain:
    """`read` gives the next line, with its end, or "" where the input has ended; `write` says one line."""

    draws = False

    def __init__(self, read: Callable[[], str], write: Callable[[str], None]) -> None:
        self._read, self._write = read, write
        self._greeted = False
        self._judged: Question | None = None
        self.notes: Notebook | None = None

    def ask(self, round_: Round) -> int | str | None:
        self._greet(round_)
        self._write(wording.header(round_))
        if words := modes.of(round_).track(round_)[1]:
            self._write(_sentence(words))
        self._write(wording.unemphasised(round_.question.stem))
        for i in round_.shown:
            self._write(f"{i + 1}. {round_.question.options[i].text}")
        if helps := wording.helps(round_):
            self._write(f"Lifelines: {helps}.")
        return self._answer(round_)

    def tell(self, news: News) -> None:
        if isinstance(news, Verdict):
            self._judged = news.question
        for line in _told(news):
            self._write(line)
        self._write("")

    def choose(self, prompt: str, choices: Sequence[tuple[T, str]], default: T) -> T:
        """One of the labelled choices; an empty line takes the default."""
        for number, (value, label) in enumerate(choices, start=1):
            self._write(f"{number}. {label}" + (" (just press Enter)" if value == default else ""))
        while True:
            self._write(f"{prompt} Enter a number from 1 to {len(choices)}:")
            said = self._line()
            if not said:
                return default
            if said.isascii() and said.isdigit() and 1 <= int(said) <= len(choices):
                return choices[int(said) - 1][0]

    def name(self, prompt: str, default: str) -> str:
        """A line of text; an empty one takes the default."""
        self._write(wording.offered(prompt, default))
        return self._line() or default

    def say(self, line: str) -> None:
        self._write(line)

    def again(self, missed: int = 0) -> Next | None:
        """What the player wants next; None where they leave."""
        more = "; m for what you missed, once more, unscored; or" if missed else ", or"
        self._write(f"Another round? Enter r{more} just press Enter to leave:")
        try:
            while self._note(line := self._line()):
                pass
        except Left:
            return None
        said = line.casefold()
        return "round" if said == "r" else "missed" if said == "m" and missed else None

    def read(self, lines: Sequence[str]) -> None:
        """Lines to read."""
        for line in (*lines, ""):
            self._write(line)

    def boards(self, boards: "Sequence[Sequence[Score]]", mine: str | None) -> None:
        """The high scores."""
        for board in boards:
            self.read((wording.board(board[0]), *(wording.line(score, mine) for score in board)))

    def statistics(self, told: "Statistics", review: str) -> None:
        """What the player knows."""
        from quiz import reports

        self.read(reports.plain(told, review) if told.answers else [reports.EMPTY])

    def _greet(self, round_: Round) -> None:
        if not self._greeted:
            self._greeted = True
            zero = modes.of(round_).zero[0]
            self._write(f"Answer with a number; 0 is {zero}, ? shows the keys, q leaves.")
            self._write("")

    def _answer(self, round_: Round) -> int | str | None:
        options: dict[str, int | str | None] = {"0": None}
        options |= {key: line.name for key, line in modes.offered(round_).items()}
        for i in round_.shown:
            options |= {str(i + 1): i, LETTERS[i]: i}
        while True:
            self._write(f"Enter {wording.numbers(round_)}:")
            line = self._line()
            said = line.casefold()
            if said in options:
                return options[said]
            if said == "q":
                raise Left
            if said == "?":
                for key, meaning in (*wording.keys(round_), *(wording.NOTES if self.notes else ())):
                    self._write(f"{key}: {meaning}")
            self._note(line)

    def _note(self, line: str) -> bool:
        """Notes what a line says of the question judged last; whether it says anything of it."""
        flags = line.startswith("!")
        if not (flags or line.casefold() == "u") or self.notes is None or self._judged is None:
            return False
        self._write(self.notes.flag(self._judged, line[1:]) if flags else self.notes.unwatched(self._judged))
        return True

    def _line(self) -> str:
        try:
            said = self._read()
        except KeyboardInterrupt as end:
            self._write("")
            raise Left from end
        if not said:
            raise Ended
        return said.strip()


def _told(news: News) -> list[str]:
    match news:
        case Verdict(round_):
            return _verdict(round_, [_sentence(wording.judged(round_))])
        case Reveal(rounds):
            return _verdict(rounds[0], [_sentence(wording.replied(round_)[2:]) for round_ in rounds], shared=True)
        case Final():
            return _final(news)
        case Ending():
            return _ending(news)


def _verdict(round_: Round, judged: list[str], shared: bool = False) -> list[str]:
    question = round_.questions[round_.asked - 1]
    lines = [
        *judged,
        f"The answer: {question.answer + 1}. {question.key.text}",
        wording.unemphasised(question.explanation),
        "" if shared else wording.unemphasised(wording.mistaken(round_)),
    ]
    lines.extend(
        f"Source: {' '.join((wording.cited(source), source.url or ''))}"
        for source in question.sources[: wording.SOURCES]
    )
    return [line.rstrip() for line in lines if line]


def _ending(news: Ending) -> list[str]:
    summary = news.summary
    lines = [_sentence(modes.of(news.round).fate(news.round)), _sentence(wording.scored(news.round))]
    if news.standing:
        lines.append(_sentence(wording.placed(news.standing, news.round)))
        if run := wording.run(news):
            lines.append(_sentence(run))
    if news.trouble:
        lines.append(wording.unkept(news.trouble))
    lines.append(f"Best streak: {summary.best_streak}.")
    lines.extend(_tally(tally) for tally in (*summary.levels, *summary.kinds))
    if summary.missed:
        lines.append(f"To watch next: {wording.listed(summary.missed)}.")
    if modes.of(news.round).scored:
        lines += [f"The same questions again: {news.again}", f"To share: {summary.share}"]
    return lines


def _final(news: Final) -> list[str]:
    lines = ["The round is over.", f"{wording.won(news)}."]
    lines.extend(
        f"{place}. {round_.terms.player}: {wording.scored(round_)} · best streak {best_streak(round_.answers)}."
        for place, round_ in news.places
    )
    if news.trouble:
        lines.append(wording.unkept(news.trouble))
    if news.missed:
        lines.append(f"To watch next: {wording.listed(news.missed)}.")
    return [*lines, f"The same questions again: {news.again}"]


def _tally(tally: Tally) -> str:
    return f"{tally.name.capitalize()}: {tally.right} of {tally.of}."


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}" + ("" if said.endswith(("!", ")")) else ".")

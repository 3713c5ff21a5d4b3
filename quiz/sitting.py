"""One person's sitting at one pack: deals rounds, has them played, ranks them."""

import shlex
from collections.abc import Callable

from msgspec import Struct

from questions import GENERATOR
from questions.bank import Bank
from questions.facts import Work
from quiz import modes
from quiz.config import PACK
from quiz.modes import Mode
from quiz.play import Ending, Player, play
from quiz.record import Record
from quiz.round import Round, Terms
from quiz.summary import summarise


class Choice(Struct, frozen=True):
    """What a player chose to play; `pack` as they named it, `timer` in seconds a question."""

    pack: str
    level: str
    count: int
    name: str
    timer: int | None = None


class Sitting:
    """Rounds from `bank`; `clock` counts seconds."""

    def __init__(self, bank: Bank, mode: Mode, clock: Callable[[], float]) -> None:
        self._bank, self._mode, self._clock = bank, mode, clock
        self._pack = bank.pack

    def deal(self, choice: Choice, seed: int) -> Round:
        """A round as it begins; it may have fewer questions than wished, or none, where the pack is small."""
        terms = Terms(
            pack=self._pack.name,
            version=self._pack.version,
            digest=self._pack.digest,
            generator=str(GENERATOR),
            mode=self._mode.name,
            level=choice.level,
            count=choice.count,
            seed=seed,
            player=choice.name,
            timer=choice.timer,
        )
        dealt = self._mode.deal(self._bank, terms, None)
        return Round(terms, dealt.questions, spares=dealt.spares)

    def play(self, round_: Round, player: Player, record: Record, pack: str) -> Ending:
        """Plays a round to its end and says how it went; raises Left. `pack` as the player named it."""
        done = play(round_, player, record, self._clock)
        titles = {question.work: _titled(self._pack.works[question.work]) for question in done.questions}
        summary = summarise(done, titles)
        ending = Ending(done, summary, again(done, pack), record.standing, record.trouble)
        player.tell(ending)
        return ending


def again(round_: Round, pack: str) -> str:
    """The command that asks the same questions again."""
    named = "" if pack == PACK else f" --pack {shlex.quote(pack)}"
    return modes.of(round_).command(round_.terms) + named


def _titled(work: Work) -> str:
    return f"{work.title} ({work.year})" if work.year else work.title

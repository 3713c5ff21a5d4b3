"""One person's sitting at one pack: deals rounds, has them played, ranks them."""

from collections.abc import Callable, Collection, Iterable

from msgspec import Struct
from msgspec.structs import replace

from questions import GENERATOR
from questions.bank import Bank
from questions.facts import Work
from questions.question import Names, Question
from questions.subjects import slugs
from quiz import modes
from quiz.config import PACK
from quiz.limits import Limits, read
from quiz.modes import MODES, Mode
from quiz.play import Ending, Player, play
from quiz.record import Record
from quiz.round import Round, Terms
from quiz.summary import summarise


class Choice(Struct, frozen=True):
    """What a player chose to play; `pack` as they named it, `timer` in seconds a question.

    Nothing is asked, or told, of the works that are `unwatched`.
    """

    mode: Mode
    pack: str
    level: str
    count: int
    name: str
    timer: int | None = None
    limits: Limits = Limits()
    unwatched: frozenset[str] = frozenset()


class Sitting:
    """Rounds from `bank`; `clock` counts seconds, and people and works are shown under `names`."""

    def __init__(self, bank: Bank, clock: Callable[[], float], names: Names = "romanised") -> None:
        self.bank, self._clock, self._names = bank, clock, names
        self._pack = bank.pack

    def deal(self, choice: Choice, seed: int) -> Round:
        """A round as it begins; it may have fewer questions than wished, or none, where the pack is small."""
        terms = Terms(
            pack=self._pack.name,
            version=self._pack.version,
            digest=self._pack.digest,
            generator=str(GENERATOR),
            mode=choice.mode.name,
            level=choice.level,
            count=choice.count,
            seed=seed,
            player=choice.name,
            timer=choice.timer,
            flags=choice.limits.flags,
        )
        round_ = self.dealt(terms, choice.unwatched)
        if not choice.unwatched.isdisjoint(_about(round_)) and not choice.mode.day:
            # Only where it makes a difference, so that most rounds can be had again by a short command.
            without = tuple(sorted({*choice.limits.without, *choice.unwatched}))
            limits = replace(choice.limits, without=without)
            round_ = self.dealt(replace(terms, flags=limits.flags), choice.unwatched)
        return round_

    def dealt(self, terms: Terms, unwatched: frozenset[str] = frozenset()) -> Round:
        """The round that these terms deal; its wrong options tell nothing of works that are unwatched."""
        dealt = MODES[terms.mode].deal(self.bank, terms, read(terms.flags).among(self._pack))
        titles = {f"*{self._pack.works[slug].title}*" for slug in unwatched if slug in self._pack.works}
        questions, spares = ([_hushed(each, titles) for each in row] for row in (dealt.questions, dealt.spares))
        return Round(terms, tuple(questions), spares=tuple(spares))

    def play(self, round_: Round, player: Player, record: Record, pack: str) -> Ending:
        """Plays a round to its end and says how it went; raises Left. `pack` as the player named it."""
        done = play(round_, self.shown_to(player), record, self._clock)
        summary = summarise(done, self.titles(done.questions))
        ending = Ending(done, summary, again(done, pack), record.standing, record.trouble)
        player.tell(ending)
        return ending

    def shown_to(self, player: Player) -> Player:
        """The player, who sees the names that they wished for."""
        if self._names == "romanised":
            return player
        from quiz.renaming import Renamed

        return Renamed(player, self._pack, self._names)

    def titles(self, questions: Iterable[Question]) -> dict[str, str]:
        """The titles of the works that questions are about, with their years, by slug."""
        works = self._pack.works
        return {question.work: _titled(works[question.work], self._names) for question in questions}


def again(round_: Round, pack: str) -> str:
    """The command that asks the same questions again."""
    import shlex

    named = "" if pack == PACK else f" --pack {shlex.quote(pack)}"
    limits = read(round_.terms.flags).flags
    return modes.of(round_).command(round_.terms) + (f" {limits}" if limits else "") + named


def _about(round_: Round) -> set[str]:
    """The works that a round asks about."""
    return {slug for question in (*round_.questions, *round_.spares) for slug in slugs(question.fact)}


def _hushed(question: Question, titles: Collection[str]) -> Question:
    """The question without the notes that name one of these titles."""
    if not any(title in option.note for option in question.options for title in titles):
        return question
    options = (
        replace(option, note="") if any(title in option.note for title in titles) else option
        for option in question.options
    )
    return replace(question, options=tuple(options))


def _titled(work: Work, names: Names) -> str:
    native = work.native_title or work.title
    beside = [native] if names == "both" and native != work.title else []
    told = ", ".join([*beside, *([str(work.year)] if work.year else [])])
    return (native if names == "native" else work.title) + (f" ({told})" if told else "")

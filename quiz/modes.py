"""What differs between the modes of play: one entry each. Whatever has a round finds its rules by `of`."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from questions.bank import Bank
from quiz import days, rules
from quiz.round import Round, Score, Terms, Use, in_a_row
from quiz.rules import Deal, Lifeline, Works, lives, safe


def _place(round_: Round) -> str:
    return f"{round_.asked + 1}/{len(round_.questions)}"


class Mode(Struct, frozen=True, kw_only=True):
    """A way to play: what it does not say is as in a round of questions at one level."""

    name: str
    about: str
    """One line for the menu."""
    level: str | None = None
    count: int | None = None
    """The mode's own; None where the player chooses."""
    timer: int | None = None
    """Seconds a question where nothing is said; None where no clock runs."""
    day: Callable[[date], int] | None = None
    """The seed of a day, where the day gives it."""
    open_ended: bool = False
    """Whether rounds are meant to stop before their questions do."""
    rows: bool = True
    """Whether right answers in a row count for more."""
    party: bool = False
    """Whether several play."""
    scored: bool = True
    """Whether there are points, and a round to play again and to tell of."""

    deal: Callable[[Bank, Terms, Works], Deal] = rules.one_level
    score: Score = in_a_row
    over: Callable[[Round], bool] = lambda round_: round_.spent
    lifelines: tuple[Lifeline, ...] = ()
    counts: Callable[[Terms, date], bool] = lambda terms, today: True
    """Whether a round that begins on a day can stand on the board."""

    zero: tuple[str, str, str] = ("don’t know", "don’t know: a miss, but an honest one", "not known")
    """What 0 does, in short and at length, and the verdict on it."""
    opening: Callable[[Terms, date], str] = lambda terms, today: ""
    place: Callable[[Round], str] = _place
    """How the line above a question begins."""
    track: Callable[[Round], tuple[str, str]] = lambda round_: ("", "")
    """How far the player is, drawn and in words."""
    after: Callable[[Round], str] = lambda round_: ""
    """How a verdict ends."""
    fate: Callable[[Round], str] = lambda round_: "The round is over"
    run: Callable[[Terms, frozenset[int]], str] = lambda terms, seeds: ""
    """What the player's ranked rounds come to, by their seeds."""
    unranked: str = "not ranked: you have played this seed before"
    tag: Callable[[Terms], str] = lambda terms: f"#{terms.seed} {terms.mode}"
    """What a round is called where it is shared."""
    command: Callable[[Terms], str] = lambda terms: f"quiz play --mode {terms.mode} --seed {terms.seed}"
    """What asks the same questions again."""


MODES: dict[str, Mode] = {}


def register(mode: Mode) -> Mode:
    """Enters a mode; raises ValueError where the name is taken."""
    if mode.name in MODES:
        raise ValueError(f"two modes named {mode.name!r}")
    MODES[mode.name] = mode
    return mode


def of(round_: Round) -> Mode:
    """The mode that a round is played in."""
    return MODES[round_.terms.mode]


def answer(round_: Round, chosen: int | None, seconds: float) -> Round:
    """The round with one more answer, scored by its mode; what comes after the time is up is no answer."""
    timer = round_.terms.timer
    in_time = timer is None or seconds < timer
    return round_.answer(chosen if in_time else None, seconds, of(round_).score)


def offered(round_: Round) -> dict[str, Lifeline]:
    """The lifelines that can help with the open question, by their keys."""
    used = {use.lifeline for use in round_.uses}
    lines = (line for line in of(round_).lifelines if line.name not in used)
    return {line.key: line for line in lines if line.use(round_)}


def use(round_: Round, name: str) -> Round:
    """The round after a lifeline; raises ValueError where it is not offered."""
    line = next((line for line in offered(round_).values() if line.name == name), None)
    helped = line and line.use(round_)
    if not helped:
        raise ValueError(f"no lifeline {name!r} here")
    return replace(helped, uses=(*round_.uses, Use(name, round_.asked)))


def _lives(round_: Round) -> str:
    left = lives(round_)
    return "no life" if not left else "1 life" if left == 1 else f"{left} lives"


def _survived(round_: Round) -> str:
    outlived = "You outlived the pack: it has no more questions that go together"
    return outlived if lives(round_) else "The last life is gone"


def _landing(round_: Round) -> str:
    return f"rung {safe(round_.right)}" if safe(round_.right) else "the ground"


def _rungs(round_: Round) -> tuple[str, str]:
    at, all_, sure = round_.asked, len(round_.questions), safe(round_.asked)
    marks = "".join("|" * (rung in rules.SAFE) + ("✓" if rung < at else "░") for rung in range(all_))
    ahead = next((rung for rung in rules.SAFE if at < rung < all_), 0)
    goal = f"the next safe rung is {ahead}" if ahead else f"the top is rung {all_}"
    return marks, f"safe on rung {sure}, {goal}" if sure else f"not safe yet, {goal}"


def _climb(round_: Round) -> str:
    last = round_.answers[-1]
    if last.right:
        return "a safe rung" if safe(round_.asked) == round_.asked else ""
    return f"down to {_landing(round_)}" if last.chosen is not None and round_.right else ""


def _climbed(round_: Round) -> str:
    if round_.right == len(round_.questions):
        return f"You are at the top, on rung {round_.right}"
    if round_.answers[-1].chosen is None:
        return f"You step off at rung {round_.right}, and keep what it is worth"
    if not round_.right:
        return "You slipped on the first rung"
    return f"You fell from rung {round_.right} to {_landing(round_)}"


def _opened(terms: Terms, today: date) -> str:
    day = days.day(terms.seed)
    said = f"Round #{days.number(terms.seed)}: {days.spoken(day)}."
    return said if day == today else f"{said} That day is past: this is for fun, and does not count."


def _days_in_a_row(terms: Terms, seeds: frozenset[int]) -> str:
    run = days.in_a_row(seeds, terms.seed)
    return f"{run} day{'s' * (run > 1)} in a row: come back tomorrow" if run else ""


CLASSIC = register(
    Mode(
        name="classic",
        about="questions of one level",
        tag=lambda terms: f"#{terms.seed} {terms.level}",
        command=lambda terms: f"quiz play --difficulty {terms.level} --questions {terms.count} --seed {terms.seed}",
    )
)
DAILY = register(
    Mode(
        name="daily",
        about="today’s round, the same ten questions for everyone",
        level="medium",
        count=10,
        deal=rules.of_a_day,
        place=lambda round_: f"#{days.number(round_.terms.seed)} · {_place(round_)}",
        fate=lambda round_: f"Round #{days.number(round_.terms.seed)} of {days.day(round_.terms.seed)} is over",
        tag=lambda terms: f"#{days.number(terms.seed)}",
        command=lambda terms: f"quiz daily --date {days.day(terms.seed)}",
        counts=lambda terms, today: days.day(terms.seed) == today,
        unranked="not ranked: a day counts once, and on the day itself",
        run=_days_in_a_row,
        day=days.seed,
        opening=_opened,
    )
)
SURVIVAL = register(
    Mode(
        name="survival",
        about="three lives, ever harder",
        level="rising",
        count=sum(count for _, count in rules.STAGES),
        deal=rules.rising,
        over=lambda round_: round_.spent or not lives(round_),
        zero=("don’t know", "don’t know: a life lost, as with a wrong answer", "not known"),
        place=lambda round_: f"question {round_.asked + 1} · {_lives(round_)}",
        after=lambda round_: "" if round_.answers[-1].right else f"{_lives(round_)} left",
        fate=_survived,
        open_ended=True,
    )
)
LADDER = register(
    Mode(
        name="ladder",
        about="fifteen rungs, two lifelines, one miss ends it",
        level="rising",
        count=sum(count for _, count in rules.RUNGS),
        deal=rules.rungs,
        score=rules.rung,
        over=lambda round_: round_.spent or round_.asked > round_.right,
        lifelines=(
            Lifeline("f", "fifty-fifty", "leaves two options", rules.fifty_fifty),
            Lifeline("s", "swap", "another question", rules.swap),
        ),
        zero=("step off", "step off, and keep your points", "you step off"),
        track=_rungs,
        rows=False,
        place=lambda round_: f"rung {round_.asked + 1} of {len(round_.questions)}",
        after=_climb,
        fate=_climbed,
    )
)
TIMED = register(
    Mode(
        name="timed",
        about="against the clock; a wrong guess costs",
        timer=20,
        score=rules.against_the_clock,
        zero=("don’t know", "don’t know: a miss, but only a wrong guess costs points", "not known"),
        rows=False,
        tag=lambda terms: f"#{terms.seed} {terms.level} {terms.timer} s",
        command=lambda terms: (
            f"quiz play --timer {terms.timer} {CLASSIC.command(terms).removeprefix('quiz play ')}"
        ),
    )
)
TURNS = register(
    Mode(
        name="turns",
        about="several players, each with their own questions",
        place=lambda round_: f"{round_.terms.player} · {_place(round_)}",
        command=CLASSIC.command,
        party=True,
    )
)
TOGETHER = register(
    Mode(
        name="together",
        about="several players on the same questions",
        place=lambda round_: f"{round_.terms.player} · {_place(round_)}",
        command=lambda terms: f"{CLASSIC.command(terms)} --together",
        party=True,
    )
)
REVIEW = register(
    Mode(
        name="review",
        about="what you missed comes back, when it is time; unscored",
        level="mixed",
        scored=False,
        rows=False,
        deal=rules.missed,
        score=lambda round_, chosen, seconds: 0,
        counts=lambda terms, today: False,
        fate=lambda round_: "That was the review",
        unranked="not ranked: a review is not scored",
    )
)

"""What the game says of itself, in plain words: both players speak these, one in colour. Pure."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from questions.question import DIFFICULTIES, Citation, Question
from quiz import limits, modes
from quiz.play import Ending, Final
from quiz.round import Answer, Round
from quiz.summary import Standing

if TYPE_CHECKING:
    from quiz.store import Score

EMPHASIS = re.compile(r"\*([^*]+)\*")


def number(n: int) -> str:
    return f"{n:,}"


def plural(n: int, one: str, many: str = "") -> str:
    """`1 point`, `2 points`."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def offered(prompt: str, default: str) -> str:
    """What is asked, with what an empty line means."""
    return f"{prompt} (just press Enter for {default})"


def unemphasised(text: str) -> str:
    """The text without the asterisks around titles."""
    return EMPHASIS.sub(r"\1", text)


def header(round_: Round) -> str:
    """The line above a question: where the player is, and how it goes."""
    mode = modes.of(round_)
    parts = [mode.place(round_), *([plural(round_.points, "point")] if mode.scored else [])]
    if round_.streak > 1 and mode.rows:
        parts.append(f"streak {round_.streak}")
    if mode.level not in DIFFICULTIES:
        parts.append(round_.question.difficulty)
    return " · ".join(parts)


def keys(round_: Round) -> tuple[tuple[str, str], ...]:
    """What each key does at the open question."""
    lifelines = modes.offered(round_).values()
    return (
        (" or ".join(str(i + 1) for i in round_.shown) if round_.hidden else "1-4 or a-d", "answer"),
        ("0", modes.of(round_).zero[1]),
        *((line.key, f"{line.name}: {line.about}") for line in lifelines),
        ("?", "show these keys"),
        ("q", "leave; what you have answered is kept"),
    )


def numbers(round_: Round) -> str:
    """Which numbers answer: `a number from 1 to 4`, or `2 or 4`."""
    shown = [str(i + 1) for i in round_.shown]
    return " or ".join(shown) if round_.hidden else f"a number from 1 to {len(shown)}"


def helps(round_: Round) -> str:
    """The lifelines that are left, with their keys: `f fifty-fifty, s swap`."""
    return ", ".join(f"{key} {line.name}" for key, line in modes.offered(round_).items())


def judged(round_: Round) -> str:
    """The verdict on the latest answer, without its mark."""
    answer, mode = round_.answers[-1], modes.of(round_)
    parts = [_ruling(round_)]
    if answer.right:
        parts += [f"+{plural(answer.points, 'point')}"] if mode.scored else []
        if round_.streak > 1 and mode.rows:
            parts.append(f"streak {round_.streak}")
    elif answer.points:
        parts.append(plural(answer.points, "point"))
    return " · ".join((*parts, *filter(None, [mode.after(round_)])))


def _ruling(round_: Round) -> str:
    answer, timer = round_.answers[-1], round_.terms.timer
    if answer.right:
        return "right"
    if answer.chosen is not None:
        return "wrong"
    return "time is up" if timer is not None and answer.seconds >= timer else modes.of(round_).zero[2]


def told(round_: Round) -> str:
    """The verdict and the answer in few words, for where the rest has scrolled away."""
    mark = "✓" if round_.answers[-1].right else "✗"
    return f"{mark} {_ruling(round_)} · the answer: {round_.questions[round_.asked - 1].key.text}"


def key(round_: Round) -> str:
    """The answer to the latest question, in few words."""
    return f"The answer: {round_.questions[round_.asked - 1].key.text}"


def mistaken(round_: Round) -> str:
    """What the wrong option chosen last is the truth of, where that is known."""
    asked, answer = round_.questions[round_.asked - 1], round_.answers[-1]
    if answer.right or answer.chosen is None:
        return ""
    chosen = asked.options[answer.chosen]
    return f"Your choice, “{chosen.text.strip('“”')}”: {chosen.note}." if chosen.note else ""


def replied(round_: Round) -> str:
    """What one of several players made of the latest question: `✗ Grace: wrong · 2. Gong Yoo`."""
    asked, answer = round_.questions[round_.asked - 1], round_.answers[-1]
    mark = "✓" if answer.right else "✗"
    chosen = "" if answer.right or answer.chosen is None else f" · {answer.chosen + 1}. {_option(asked, answer)}"
    return f"{mark} {round_.terms.player}: {judged(round_)}{chosen}"


def _option(asked: Question, answer: Answer) -> str:
    return asked.options[answer.chosen or 0].text


SOURCES = 2
"""How many sources are shown: the first are the closest to the fact."""


def cited(source: Citation) -> str:
    """A source in a line, without its address."""
    return f"{source.publisher}: {source.title}" if source.title else source.publisher


def board(score: "Score") -> str:
    """What a board is called."""
    mode = modes.MODES.get(score.mode, modes.CLASSIC)
    parts = [score.pack, score.mode]
    if mode.level is None:
        parts.append(score.difficulty)
    if mode.count is None:
        parts.append(plural(score.questions, "question"))
    if score.timer:
        parts.append(f"{plural(score.timer, 'second')} each")
    return " · ".join(parts)


def hits(score: "Score", of: str) -> str:
    """How many answers were right, of how many where that is always the same."""
    open_ended = score.mode in modes.MODES and modes.MODES[score.mode].open_ended
    return str(score.right) if open_ended else f"{score.right}{of}{score.questions}"


def line(score: "Score", mine: str | None) -> str:
    """A score in a line; the player's own say so."""
    own = " (you)" if mine is not None and score.player.casefold() == mine.casefold() else ""
    result = f"{plural(score.points, 'point')}, {hits(score, ' of ')} right, {score.finished[:10]}"
    return f"{score.place}. {score.player}{own}: {result}"


CHOSEN = "not ranked: a round about what you chose compares with no other"


def ordinal(n: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`, `11th`."""
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{number(n)}{suffix}"


def placed(standing: Standing, round_: Round) -> str:
    """Where the round stands on its board, and whether it is the player's best."""
    points = round_.points
    if standing.place is None:
        return CHOSEN if limits.read(round_.terms.flags).narrow else modes.of(round_).unranked
    place = (
        "first on this board"
        if standing.of == 1
        else f"{ordinal(standing.place)} of {number(standing.of)} on this board"
    )
    if standing.best is None:
        return place
    if points > standing.best:
        return f"{place} · new best! (before: {number(standing.best)})"
    return f"{place} · your best: {number(standing.best)}"


def run(news: Ending) -> str:
    """What this round and the player's ranked ones before it come to, in its mode."""
    return modes.of(news.round).run(news.round.terms, news.standing.seeds) if news.standing else ""


def listed(names: Sequence[str], most: int = 5) -> str:
    """The first names, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


NOTES = (
    ("u", "after a verdict: not watched yet, so leave it out of later rounds"),
    ("!", "after a verdict: the question is wrong or unclear; a word may follow"),
)
NOTE_KEYS = " · u not watched yet · ! wrong or unclear"
SHORT_NOTE_KEYS = " · u unwatched · ! flag"


def unnoted(trouble: str) -> str:
    """That a note is not kept, and why."""
    return f"This could not be noted: {trouble}"


def unkept(trouble: str) -> str:
    """That a round is not among the scores, and why."""
    return f"This round could not be kept: {trouble}"


def won(final: Final) -> str:
    """Who has won, of several players."""
    first = [round_.terms.player for place, round_ in final.places if place == 1]
    return (
        f"{first[0]} wins" if len(first) == 1 else f"{', '.join(first[:-1])} and {first[-1]} share the first place"
    )


def after(missed: int, *, wide: bool) -> str:
    """What the keys do after a round in which so many were missed."""
    if not missed:
        return "r another round · any other key leaves"
    if wide:
        return f"r another round · m the {number(missed)} you missed, once more · any other key leaves"
    return "r another round · m missed · q leave"


def scored(round_: Round) -> str:
    """The result in a line."""
    points = f"{plural(round_.points, 'point')} · " if modes.of(round_).scored else ""
    return f"{points}{round_.right} of {round_.asked} right"

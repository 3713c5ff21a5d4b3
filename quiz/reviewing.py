"""Reviews: what was missed, asked again when it is due, or once more in the same sitting. Nothing is scored."""

import time
from collections.abc import Sequence

from questions import GENERATOR
from questions.question import Names
from quiz import recall, settings, starting, wording
from quiz.desk import Desk, unreadable
from quiz.exits import Left
from quiz.modes import REVIEW
from quiz.notebook import Notebook
from quiz.play import Ending
from quiz.recall import Recall
from quiz.record import Record
from quiz.round import Round, Terms
from quiz.seat import Seat
from quiz.sitting import Sitting
from quiz.store import Store, StoreError

MOST = 20
"""The most facts in a review where no number is said."""


def review(
    desk: Desk, kept: Store, player: Seat, pack: str, count: int | None = None, names: Names | None = None
) -> None:
    """Plays what is due today, or says when something will be. Raises Refused, and Left where the player leaves."""
    player.notes = Notebook(desk.past, desk.bank.pack)
    due = desk.due()
    wanted = [_recall(desk, fact) for fact in due[: count or MOST]]
    sitting = Sitting(desk.bank, time.monotonic, settings.shown_names(names))
    round_ = dealt(sitting, desk.player, wanted)
    if not round_.questions:
        player.read([desk.review()])
        return
    waiting = len(due) - len(round_.questions)
    more = f" {wording.plural(waiting, 'more waits', 'more wait')} after them." if waiting else ""
    player.say(f"{wording.plural(len(round_.questions), 'fact')} that you missed, asked in another way.{more}")
    _play(sitting, round_, player, Record(kept, ranked=False), pack)


def once_more(sitting: Sitting, done: Round, kept: Store, player: Seat, pack: str) -> Round:
    """Asks again, in another way, what was missed in a round that has just been played. Raises Left.

    Gives the round to go on from: this one, or where nothing could be asked a round without a miss.
    """
    round_ = dealt(sitting, done.terms.player, missed(done))
    if not round_.questions:
        player.say("None of them can be asked in another way today: quiz review brings them back.")
        return round_
    player.say("Once more what you missed, asked in another way; nothing is scored.")
    return _play(sitting, round_, player, Record(kept, ranked=False), pack).round


def missed(done: Round) -> list[Recall]:
    """What a round’s answers missed, in the order in which it was asked."""
    pairs = zip(done.questions, done.answers, strict=False)
    return [Recall(q.fact, q.difficulty, (q.template,)) for q, answer in pairs if not answer.right]


def dealt(sitting: Sitting, player: str, wanted: Sequence[Recall]) -> Round:
    """A round of questions about these facts; it has none where none can be asked."""
    pack = sitting.bank.pack
    terms = Terms(
        pack=pack.name,
        version=pack.version,
        digest=pack.digest,
        generator=str(GENERATOR),
        mode=REVIEW.name,
        level=REVIEW.level or "",
        count=len(wanted),
        seed=starting.any_seed(),
        player=player,
        flags=recall.flags(wanted),
    )
    return sitting.dealt(terms)


def _recall(desk: Desk, fact: str) -> Recall:
    try:
        return desk.past.recall(fact)
    except StoreError as error:
        raise unreadable(error) from error


def _play(sitting: Sitting, round_: Round, player: Seat, record: Record, pack: str) -> Ending:
    try:
        return sitting.play(round_, player, record, pack)
    except Left as end:
        raise type(end)(farewell(record, round_)) from end


def farewell(record: Record, round_: Round) -> str:
    """What one who leaves a review is told."""
    if record.trouble:
        return f"left; {wording.unkept(record.trouble)}"
    return f"left after {record.kept} of {len(round_.questions)}; what you did not get to comes back"

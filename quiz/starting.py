"""How a round begins: from a seed that the player's history chooses, or from where it was left."""

import os
import time
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from quiz import foresight, limits, unfinished, wording
from quiz.ability import ADAPTIVE
from quiz.exits import Refused
from quiz.history import Past, local_day
from quiz.modes import MODES
from quiz.round import Round
from quiz.seat import Seat
from quiz.seeds import CANDIDATES, History, choose
from quiz.sitting import Choice, Sitting
from quiz.store import Store, StoreError
from quiz.unfinished import Unfinished

SEEDS = 1_000_000
"""A seed drawn for the player is below this: short enough to type again."""

AHEAD = 3
"""How many rounds of new facts are looked for in advance: one who leaves a round in the middle needs another."""

PATIENCE = 0.15
"""Seconds after which no other seed is tried: a player who waits is worse than a fact that comes again."""


def fresh(sitting: Sitting, choice: Choice, past: Past) -> Round:
    """A round whose seed nobody said, of facts that are as new to the player as can be."""
    history, played = _known(past)
    foreseen = foresight.recalled(sitting, choice)
    waiting = [seed for seed in foreseen if seed not in played]
    if waiting:
        return choose(waiting, foreseen.__getitem__, lambda ahead: ahead.facts, history).round()
    return choose(_seeds(played), lambda seed: sitting.deal(choice, seed), _facts, history)


def foresee(sitting: Sitting, choice: Choice, past: Past) -> None:
    """Deals what the next round like this one could be while the player reads: a few that are all new."""
    choice = replace(choice, unwatched=_unwatched(past))
    history, played = _known(past)
    found: list[Round] = []
    new = 0
    for seed in islice(_seeds(played), CANDIDATES):
        found.append(sitting.deal(choice, seed))
        new += history.ever.isdisjoint(_facts(found[-1]))
        if new == AHEAD:
            break
    foresight.remember(sitting, choice, found)


def _known(past: Past) -> tuple[History, frozenset[int]]:
    """The facts that the player met, and the seeds."""
    try:
        return past.history(), past.seeds()
    except StoreError:
        return History(), frozenset()


def any_seed() -> int:
    return int.from_bytes(os.urandom(8), "big") % SEEDS


def _facts(round_: Round) -> list[str]:
    return [question.fact for question in round_.questions]


def _seeds(played: frozenset[int]) -> Iterator[int]:
    """Seeds by lot, those played left out, until the player has waited long enough."""
    end = None
    while end is None or time.monotonic() < end:
        seed = any_seed()
        if seed not in played:
            yield seed
            end = end or time.monotonic() + PATIENCE


def waiting(store: Store, player: str | None, mode: str | None) -> Unfinished | None:
    """The round that waits for its player to come back, if there is one."""
    try:
        left = unfinished.waiting(store, player, mode)
    except StoreError:
        return None
    return left if left and left.terms.mode in MODES else None


def demanded(left: Unfinished | None) -> Unfinished:
    """The round to go on with; raises Refused where none waits."""
    if left is None:
        raise Refused("no round waits to be gone on with: leave out --resume to play a new one")
    return left


def accepted(left: Unfinished, player: Seat) -> bool:
    """Whether the player wants to go on with it."""
    return player.choose(described(left), [(True, "Go on with it"), (False, "Play another round")], True)


def described(left: Unfinished) -> str:
    """The round that waits, in a line."""
    terms, given = left.terms, len(left.answers)
    what = terms.level if terms.mode == "classic" else terms.mode
    score = f"{wording.plural(given, 'answer')} given, {wording.plural(left.points, 'point')}"
    when = local_day(left.left)
    return f"{terms.player}’s {what} round waits, left on {when.day} {when:%B}: {score}."


def choice(left: Unfinished) -> Choice:
    """What was chosen when the round that waits began."""
    terms = left.terms
    return Choice(
        mode=MODES[terms.mode],
        pack=left.pack,
        level=terms.level,
        count=terms.count,
        name=terms.player,
        timer=terms.timer,
        limits=replace(limits.read(terms.flags), without=(), mix=""),
    )


def same(left: Unfinished, sitting: Sitting) -> bool:
    """Whether the pack and the game still deal the round as it was left."""
    if not unfinished.same(left, sitting.bank.pack):
        return False
    return unfinished.restored(left, sitting.dealt(left.terms)) is not None


def begun(sitting: Sitting, choice: Choice, past: Past, seed: int | None, left: Unfinished | None) -> Round:
    """A round before its first answer: the one that waits, that of a seed, or a fresh one."""
    choice = replace(_adapted(sitting, choice, past), unwatched=_unwatched(past))
    if left:
        return sitting.dealt(left.terms, choice.unwatched)
    return fresh(sitting, choice, past) if seed is None else sitting.deal(choice, seed)


def stood(dealt: Round, left: Unfinished | None) -> Round:
    """The round as it was left, or else as it begins."""
    return (left and unfinished.restored(left, dealt)) or dealt


def _adapted(sitting: Sitting, choice: Choice, past: Past) -> Choice:
    """The choice with the mix of levels that fits the player, where they want one that does and said none."""
    if choice.level != ADAPTIVE or choice.limits.mix:
        return choice
    from quiz import adaptive

    try:
        given = past.given()
    except StoreError:
        given = []
    mix = adaptive.mix(sitting.bank, given, choice.count)
    return replace(choice, limits=replace(choice.limits, mix=mix))


def _unwatched(past: Past) -> frozenset[str]:
    try:
        return past.unwatched()
    except StoreError:
        return frozenset()


CHANGED = "The facts have changed since that round was left, and its questions with them: here is a new one."

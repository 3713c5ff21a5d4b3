"""Rounds of each mode, and where a course of answers leads."""

from dealing import bank_of

from questions.deck import deal as deal_round
from quiz import modes
from quiz.modes import DAILY, REVIEW, Mode
from quiz.recall import Recall, flags
from quiz.round import Round, Terms


def terms(mode: Mode, **said: object) -> Terms:
    known = {
        "pack": "kdrama",
        "version": "1",
        "digest": "d",
        "generator": "1",
        "mode": mode.name,
        "level": mode.level or "medium",
        "count": mode.count or 10,
        "seed": 20261123 if mode is DAILY else 7,
        "player": "Ada",
        "timer": mode.timer,
    }
    return Terms(**{**known, **said})  # type: ignore[arg-type]  # the fields are those of Terms


def dealt(mode: Mode, pack: str = "kdrama", **said: object) -> Round:
    if mode is REVIEW:
        missed = deal_round(bank_of(pack), level="easy", count=3, seed=7)
        said["flags"] = flags([Recall(question.fact, "easy", (question.template,)) for question in missed])
    made = terms(mode, **said)
    deal = mode.deal(bank_of(pack), made, None)
    return Round(made, deal.questions, spares=deal.spares)


def course(round_: Round, marks: str) -> Round:
    """The round after a course of right answers (✓), wrong ones (✗) and none (0)."""
    for mark in marks:
        key = round_.question.answer
        chosen = {"✓": key, "✗": (key + 1) % len(round_.question.options), "0": None}[mark]
        round_ = modes.answer(round_, chosen, 1.0)
    return round_

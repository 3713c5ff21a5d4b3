"""A solver that learns: gradient boosting over the form of the options.

What it sees of an option: for each feature whether it is the only highest or the only lowest, and its place.
It learns on some facts and is asked about others. Only this module needs scikit-learn (the extra `audit`).
"""

import warnings
from collections.abc import Sequence
from importlib.util import find_spec

from questions.audit.cards import SOLVERS, Card
from questions.audit.gains import Gain, cards, shares
from questions.audit.sample import Almanac, Sample, Sitting

FOLDS = 5


def available() -> bool:
    return find_spec("sklearn") is not None


def learned(sample: Sample, almanac: Almanac) -> Gain:
    """The gain of the learned solver over questions on facts that it has not seen."""
    asked = list(cards(sample, almanac))
    scores = _held_out(asked)
    gain = Gain()
    start = 0
    for sitting, card in asked:
        k = len(card.texts)
        spread = shares(scores[start : start + k])
        start += k
        variance = sum((share - 1 / k) ** 2 for share in spread) / k
        gain.add((sitting.level, sitting.number), spread[card.question.answer] - 1 / k, variance)
    return gain


def _held_out(asked: Sequence[tuple[Sitting, Card]]) -> list[float]:
    """For every option, in order, how likely it is the key, from questions on other facts."""
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.model_selection import GroupKFold

    rows = np.array([row for _, card in asked for row in flags(card)], dtype=float)
    keys = np.array([i == card.question.answer for _, card in asked for i in range(len(card.texts))])
    facts = np.array([card.question.fact for _, card in asked for _ in card.texts])
    found = np.zeros(len(keys))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for train, test in GroupKFold(FOLDS).split(rows, keys, facts):
            model = HistGradientBoostingClassifier(max_iter=60, learning_rate=0.1, random_state=0)
            model.fit(rows[train], keys[train])
            found[test] = model.predict_proba(rows[test])[:, 1]
    return [float(p) for p in found]


def flags(card: Card) -> list[list[float]]:
    """One row an option: 1 where it alone is a solver's choice, its place, and how many options there are."""
    k = len(card.texts)
    rows: list[list[float]] = [[float(i), float(k)] for i in range(k)]
    for solver in SOLVERS.values():
        spread = shares(solver(card)) or [0.0] * k
        for row, share in zip(rows, spread, strict=True):
            row.append(float(share == 1))
    return rows

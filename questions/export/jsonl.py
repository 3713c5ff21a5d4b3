"""One JSON object a line, for tools and for checking."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from questions.export import Dealt, export_format
from questions.question import Question

_FIELDS = (
    "id",
    "pack",
    "version",
    "fact",
    "template",
    "difficulty",
    "difficulty_score",
    "stem",
    "answer",
    "work",
    "scene",
    "explanation",
)


@export_format("jsonl")
def write(dealt: Iterable[Dealt]) -> Iterator[str]:
    for one in dealt:
        yield msgspec.json.encode(_line(one)).decode() + "\n"


def _line(dealt: Dealt) -> dict[str, Any]:
    question: Question = dealt.question
    return {
        **{field: getattr(question, field) for field in _FIELDS},
        "level": dealt.level,
        "round": dealt.round,
        "position": dealt.position,
        "options": [
            {"text": option.text, "entity": option.entity, "certificate": option.certificate}
            for option in question.options
        ],
        "sources": question.sources,
    }

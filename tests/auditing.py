"""Questions made by hand, for the audit to look at."""

from collections.abc import Sequence
from typing import Any

from questions.question import Option, Question


def made(texts: Sequence[str], answer: int = 0, *, entities: Sequence[str] = (), **facts: Any) -> Question:
    """A question with these options; by default acts of other scenes, on a scene of the work `w`."""
    names = entities or [f"act:{text}" for text in texts]
    options = tuple(
        Option(text, entity, None if i == answer else "E")
        for i, (text, entity) in enumerate(zip(texts, names, strict=True))
    )
    known: dict[str, Any] = {
        "pack": "p",
        "version": "1",
        "fact": "w/s",
        "template": "what-happened",
        "difficulty": "easy",
        "difficulty_score": 0.1,
        "stem": "Which?",
        "work": "w",
        "scene": "s",
        "explanation": "Thus.",
        "sources": (),
        "mentions": frozenset(names),
    }
    known.update(facts)
    name = f"{known['template']}:{known['fact']}"
    return Question(**{"id": name, **known}, options=options, answer=answer)

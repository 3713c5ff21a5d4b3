"""Questions in the formats of other tools: one module a format, one registry."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from questions.question import Difficulty, Question


class Dealt(Struct, frozen=True):
    """A question with its place: the round's level, the number of the round and the place in it, both from 0."""

    question: Question
    level: Difficulty
    round: int
    position: int


Format = Callable[[Iterable[Dealt]], Iterator[str]]
"""From questions to the pieces of text of a file, in order."""

FORMATS: dict[str, Format] = {}


def export_format(name: str) -> Callable[[Format], Format]:
    """Register a format; raises ValueError for a name that is taken."""

    def register(write: Format) -> Format:
        if name in FORMATS:
            raise ValueError(f"two formats are called {name}")
        FORMATS[name] = write
        return write

    return register


from questions.export import jsonl  # noqa: E402, F401 - last, to register

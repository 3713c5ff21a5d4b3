"""What can be asked: one small decorated function a template."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from questions.answers import Kind
from questions.certificates import Certifier
from questions.facts import Pack
from questions.subjects import OfWork


class Draft(Struct, frozen=True):
    """A question without its options.

    `wordings` are stems that say the same, in groups: a later group serves only where every stem of the earlier
    ones would tell the answer. `story` tells the explanation.
    """

    wordings: tuple[tuple[str, ...], ...]
    story: Callable[[], str]


Writer = Callable[[Any, int], Draft | None]
"""From a subject of the template's walk, and the step of difficulty (0-2), to a draft, if there is one."""


def always(_: Any) -> bool:
    return True


class Template(Struct, frozen=True):
    """What can be asked of each subject of a walk.

    `weight` is its share among the templates of its sort, `toil` what it asks of memory (0-1), `asks` whether a
    subject may be asked about (and not only lend its answer as a wrong option), `steps` the difficulties at
    which it differs.
    """

    id: str
    walk: Callable[[Pack], Iterator[OfWork]]
    kind: Kind
    certifier: Certifier
    write: Writer
    weight: int
    toil: float
    asks: Callable[[Any], bool]
    of_scenes: bool


TEMPLATES: dict[str, Template] = {}


def template(
    name: str,
    *,
    of: Callable[[Pack], Iterator[Any]],
    answer: Kind,
    wrong_because: Certifier,
    weight: int,
    toil: float,
    asks: Callable[[Any], bool] = always,
) -> Callable[[Writer], Writer]:
    """Register a template; raises ValueError for a name that is taken."""

    def register(write: Writer) -> Writer:
        if name in TEMPLATES:
            raise ValueError(f"two templates are called {name}")
        of_scenes = write.__module__.endswith(".scenes")
        TEMPLATES[name] = Template(name, of, answer, wrong_because, write, weight, toil, asks, of_scenes)
        return write

    return register


from questions.templates import casting, production, scenes  # noqa: E402, F401 - last, to register

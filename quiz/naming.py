"""A question under other names: people and works as their own language writes them, alone or beside the romanised.

Only what is shown changes: what is asked, its entities and its answer stay. Where other names would tell the
answer, or make two options one, the question stays as it is.
"""

import re
from collections.abc import Callable, Mapping
from unicodedata import east_asian_width

from msgspec.structs import replace

from questions.clauses import sentence
from questions.facts import Pack
from questions.question import Names, Option, Question
from quiz.hangul import heard

LONGEST_STEM, LONGEST_OPTION = 280, 110
"""The most cells of a stem and of an option."""

_MARK_TOO_MANY = re.compile(r"(?<=[.?!…]\*)\.|(?<=\?\*)\?")


def renamed(question: Question, pack: Pack, names: Names) -> Question:
    """The question with all that it mentions named so; as it is where that cannot be."""
    if names == "romanised" or question.key.entity.startswith("title:"):
        return question
    natives = _natives(question, pack)
    asked = {name for option in question.options for name in _named(option)}
    if not asked <= natives.keys():
        # An option without a native name would stand out, and one that has another name in the story puzzle.
        natives = {name: native for name, native in natives.items() if name not in asked}
    say = _speaker(natives, names)
    shown = replace(
        question,
        stem=_punctuated(say(question.stem), "?"),
        options=tuple(_option(option, say) for option in question.options),
        explanation=_punctuated(say(question.explanation), "."),
    )
    return shown if _fair(question, shown) else question


def _natives(question: Question, pack: Pack) -> dict[str, str]:
    """The native names of what a question mentions, by how its texts name it: titles stand between asterisks."""
    found: dict[str, str | None] = {}
    for entity in question.mentions:
        kind, _, key = entity.partition(":")
        if kind == "person" and key in pack.people:
            found[pack.people[key].name] = pack.people[key].native
        elif kind == "work":
            found[f"*{pack.works[key].title}*"] = pack.works[key].native_title
    return {name: native for name, native in found.items() if native and native != name.strip("*")}


def _named(option: Option) -> list[str]:
    """The people that an option is, or the work, as the texts name them."""
    kind = option.entity.partition(":")[0]
    if kind == "person":
        return option.text.split(" and ")
    return [f"*{option.text}*"] if kind == "work" else []


def _option(option: Option, say: Callable[[str], str]) -> Option:
    named = " and ".join(_named(option))
    text = say(named).replace("*", "") if named else option.text
    return replace(option, text=text, note=say(option.note))


def _speaker(natives: Mapping[str, str], names: Names) -> Callable[[str], str]:
    """What names all in a text; with both names, the native one where something is first named."""
    people = sorted((name for name in natives if name[0] != "*"), key=len, reverse=True)
    # What stands in quotation marks somebody has said; a straight apostrophe is in the name of a show.
    parts = [r"“[^”]*”", r"\*[^*]+\*", *(rf"(?<![\w-]){re.escape(name)}(?![\w'-])" for name in people)]
    pattern = re.compile(f"({'|'.join(parts)})(’s)?( \\()?")

    def say(text: str) -> str:
        met = set[str]()

        def name(found: re.Match[str]) -> str:
            name, possessive, bracket = found[1], found[2] or "", found[3] or ""
            if name not in natives or (name in met and names == "both"):
                return found[0]
            met.add(name)
            mark = "*" if name[0] == "*" else ""
            if names == "native":
                return f"{mark}{natives[name]}{mark}{possessive}{bracket}"
            return f"{name}{possessive} ({natives[name]}{', ' if bracket else ')'}"

        return pattern.sub(name, text)

    return say


def _punctuated(text: str, mark: str) -> str:
    """The text with one mark at its end: a title's own serves too, and another title may have none."""
    return sentence(_MARK_TOO_MANY.sub("", text), mark)


def _fair(question: Question, shown: Question) -> bool:
    """Whether the question stays one: options apart, short enough, and none newly heard in the stem."""
    texts = [option.text for option in shown.options]
    if (
        len(set(texts)) < len(texts)
        or max(map(_cells, texts)) > LONGEST_OPTION
        or _cells(shown.stem) > LONGEST_STEM
    ):
        return False
    before, after = heard(question.stem), heard(shown.stem)
    pairs = zip(question.options, shown.options, strict=True)
    return all(heard(new.text) & after <= heard(old.text) & before for old, new in pairs)


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)

"""What a question tells of others: none may name an option of another in the same round."""

import re
from functools import cached_property

from questions.answers import people
from questions.question import Option, Question
from questions.words import tokens


def enemies(a: Question, b: Question) -> bool:
    """Whether either question names an option of the other."""
    return Telling(a).enemy(Telling(b))


class Telling:
    """What a question tells, and what it asks: entities, and the words of texts."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self._asked = frozenset(entity for option in question.options for entity in _entities(option))
        self._options = [tokens(option.text) for option in question.options]
        people_ = (o for o in question.options if o.entity.startswith("person:"))
        self._names = ["".join(tokens(option.text)) for option in people_]
        spoken = (question.stem, question.explanation, *(f"{o.text} {o.note}" for o in question.options))
        self._text = " ".join(spoken).casefold()

    @cached_property
    def _words(self) -> str:
        return _spaced(tokens(self._text))

    @cached_property
    def _letters(self) -> str:
        return self._words.replace(" ", "")

    def _calls(self, name: str) -> bool:
        """Whether the text has a name, however its syllables are parted: Jisoo and Ji Soo are one."""
        return name in self._letters and re.search(f" {' ?'.join(name)} ", self._words) is not None

    def enemy(self, other: "Telling") -> bool:
        return self._tells(other) or other._tells(self)

    def _tells(self, other: "Telling") -> bool:
        return (
            not self.question.mentions.isdisjoint(other._asked)
            or any(map(self.says, other._options))
            or any(map(self._calls, other._names))
        )

    def says(self, words: list[str]) -> bool:
        """Whether the question has these words in a row."""
        # To look for one word first is quicker than to cut the whole text into words.
        return (not words or words[0] in self._text) and _spaced(words) in self._words


def _entities(option: Option) -> list[str]:
    """What an option is: of two people each one."""
    kind, _, key = option.entity.partition(":")
    return [f"person:{each}" for each in people(key)] if kind == "person" else [option.entity]


def _spaced(words: list[str]) -> str:
    return f" {' '.join(words)} "

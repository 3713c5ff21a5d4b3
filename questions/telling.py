"""What a question tells of others: none may name an option of another in the same round."""

from questions.answers import people
from questions.question import Option, Question
from questions.words import tokens


def enemies(a: Question, b: Question) -> bool:
    """Whether either question names an option of the other."""
    return Telling(a).enemy(Telling(b))


class Telling:
    """What a question tells, and what it asks: entities, and the words of texts."""

    def __init__(self, question: Question) -> None:
        spoken = (question.stem, question.explanation, *(f"{o.text} {o.note}" for o in question.options))
        self._told, self._text = question.mentions, _words(" ".join(spoken))
        self._asked = frozenset(entity for option in question.options for entity in _entities(option))
        self._options = [_words(option.text) for option in question.options]

    def enemy(self, other: "Telling") -> bool:
        return self._tells(other) or other._tells(self)

    def _tells(self, other: "Telling") -> bool:
        return not self._told.isdisjoint(other._asked) or any(words in self._text for words in other._options)


def _entities(option: Option) -> list[str]:
    """What an option is: of two people each one."""
    kind, _, key = option.entity.partition(":")
    return [f"person:{each}" for each in people(key)] if kind == "person" else [option.entity]


def _words(text: str) -> str:
    return f" {' '.join(tokens(text))} "

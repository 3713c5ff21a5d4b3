"""What a player notes beside the answers: that a question is wrong or unclear, that a work is not yet watched."""

from collections.abc import Sequence

from questions.facts import Pack
from questions.question import Question
from questions.subjects import slugs
from quiz import wording
from quiz.history import Past
from quiz.store import StoreError

LONGEST = 200
"""The most letters of what is said about a question."""


class Notebook:
    """Keeps notes; each method gives the line to say, also where a note could not be kept."""

    def __init__(self, past: Past, pack: Pack) -> None:
        self._past, self._pack = past, pack

    def flag(self, question: Question, word: str) -> str:
        """Notes that a question is wrong or unclear, and what the player has to say about it, if anything."""
        said = " ".join("".join(letter for letter in word if letter.isprintable()).split())[:LONGEST]
        try:
            self._past.flag(question, said)
        except StoreError as error:
            return wording.unnoted(str(error))
        return "Flagged for the author of the pack: quiz packs flags shows it."

    def unwatched(self, question: Question) -> str:
        """Notes that what a question is about is not yet watched."""
        about = list(dict.fromkeys(slugs(question.fact)))
        try:
            for slug in about:
                self._past.mark_unwatched(slug)
        except StoreError as error:
            return wording.unnoted(str(error))
        verb = "are" if len(about) > 1 else "is"
        return f"{titles(self._pack, about)} {verb} not asked about from the next round on: quiz watched undoes it."


def titles(pack: Pack, works: Sequence[str]) -> str:
    """The titles of works, in a line."""
    return " and ".join(f"“{pack.works[slug].title}”" if slug in pack.works else slug for slug in works)

"""Works marked as not yet watched, and marked as watched again."""

from collections.abc import Iterable

from questions.facts import Pack
from quiz import host, limits
from quiz.desk import unreadable
from quiz.exits import Refused
from quiz.history import Past
from quiz.notebook import titles
from quiz.store import StoreError

NONE = "Nothing is marked as not yet watched. To mark something: u after a verdict, or quiz unwatched TITLE"


def watched(player: str | None, pack: str, said: Iterable[str], everything: bool) -> str:
    """Marks works as watched, or all of them, and says what is left; raises Refused."""
    past, facts = _opened(player, pack)
    slugs = _slugs(facts, said)
    try:
        marked = past.unwatched()
        if stray := [slug for slug in slugs if slug not in marked]:
            raise Refused(f"not marked as unwatched: {titles(facts, stray)}; quiz watched lists what is")
        if slugs or everything:
            past.mark_watched(marked if everything else slugs)
        return _told(facts, past.unwatched())
    except StoreError as error:
        raise unreadable(error) from error


def unwatched(player: str | None, pack: str, said: Iterable[str]) -> str:
    """Marks works as not yet watched, and says all that are; raises Refused."""
    past, facts = _opened(player, pack)
    try:
        for slug in _slugs(facts, said):
            past.mark_unwatched(slug)
        return _told(facts, past.unwatched())
    except StoreError as error:
        raise unreadable(error) from error


def _opened(player: str | None, pack: str) -> tuple[Past, Pack]:
    store, facts = host.store(), host.open_pack(pack)
    return Past(store, player or host.me(store), facts.name), facts


def _slugs(facts: Pack, said: Iterable[str]) -> list[str]:
    return [slug for each in said for slug in limits.work(facts, each)]


def _told(facts: Pack, marked: frozenset[str]) -> str:
    return f"Not yet watched: {titles(facts, sorted(marked))}" if marked else NONE

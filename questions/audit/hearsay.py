"""Solvers that know what anybody knows of an option, or remember the round so far; none knows the subject."""

from collections import Counter

from questions.audit.cards import Card, Scores, odd, scalar, silenced, solver
from questions.audit.shape import people_of


@scalar("fame")
def fame(card: Card) -> Scores:
    return [known.fame for known in card.known]


@scalar("number of works")
def busyness(card: Card) -> Scores:
    return [known.works for known in card.known]


@scalar("premiere")
def premiere(card: Card) -> Scores:
    return [known.premiere for known in card.known]


@scalar("year of birth")
def born(card: Card) -> Scores:
    return [known.born for known in card.known]


@solver("odd by gender")
def odd_gender(card: Card) -> Scores:
    return odd([known.gender for known in card.known])


@solver("like the most by gender")
def common_gender(card: Card) -> Scores:
    return [-score for score in odd_gender(card)]


def _decade(year: float) -> str:
    return "" if year != year else str(int(year) // 10)


@solver("odd by decade")
def odd_decade(card: Card) -> Scores:
    silent = silenced("decade", card)
    return silent or odd([_decade(known.premiere) for known in card.known])


@solver("like the most by decade")
def common_decade(card: Card) -> Scores:
    return [-score for score in odd_decade(card)]


@solver("odd by decade of birth")
def odd_birth(card: Card) -> Scores:
    return odd([_decade(known.born) for known in card.known])


@solver("odd by kind")
def odd_kind(card: Card) -> Scores:
    kinds = [(entity.partition(":")[0], people_of(entity)) for entity in card.entities]
    return odd([(*kind, known.medium) for kind, known in zip(kinds, card.known, strict=True)])


@solver("most in company")
def in_company(card: Card) -> Scores:
    """Of pairs, the one whose people are in the other pairs too."""
    people = Counter(part for entity in card.entities for part in _things(entity))
    return [sum(people[part] for part in _things(entity)) for entity in card.entities]


@solver("most facts known")
def most_known(card: Card) -> Scores:
    return [sum(value == value and value != "" for value in (k.born, k.gender, k.fame)) for k in card.known]


@solver("shown before in the round")
def seen_before(card: Card) -> Scores:
    shown = {part for question in card.before for o in question.options for part in _things(o.entity)}
    return [len(shown & _things(entity)) for entity in card.entities]


@solver("new in the round")
def fresh(card: Card) -> Scores:
    return [-score for score in seen_before(card)]


@solver("named before in the round")
def named_before(card: Card) -> Scores:
    told = frozenset().union(*(question.mentions for question in card.before))
    return [len(told & _things(entity)) for entity in card.entities]


@solver("not named before in the round")
def not_named_before(card: Card) -> Scores:
    return [-score for score in named_before(card)]


def _things(entity: str) -> frozenset[str]:
    kind, _, rest = entity.partition(":")
    return frozenset(f"{kind}:{part}" for part in rest.split("+"))


@solver("place of the last key")
def same_place(card: Card) -> Scores:
    last = card.before[-1].answer if card.before else -1
    return [i == last for i in range(len(card.texts))]


@solver("not the place of the last key")
def other_place(card: Card) -> Scores:
    return [-score for score in same_place(card)]


@solver("the place least used so far")
def unused_place(card: Card) -> Scores:
    used = Counter(question.answer for question in card.before)
    return [-used[i] for i in range(len(card.texts))]


@solver("the place most used so far")
def used_place(card: Card) -> Scores:
    return [-score for score in unused_place(card)]

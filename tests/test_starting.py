"""How a round begins: a seed that history chooses, works that are left out, limits."""

import re
from itertools import pairwise

import pytest
from dealing import bank_of
from guest import asked, play

from questions.subjects import slugs
from quiz import host, modes
from quiz.exits import Refused
from quiz.history import Past
from quiz.limits import Limits
from quiz.play import Ending
from quiz.sitting import Choice, Sitting

BANK = bank_of("kdrama")
pytestmark = pytest.mark.usefixtures("dramas")


def test_a_round_without_a_seed_repeats_nothing_of_the_last() -> None:
    facts: list[set[str]] = []
    for _ in range(4):
        guest = play(level="easy", count=5, name="Ada")
        facts.append({question.fact for question in asked(guest)})
    assert all(not one & next_ for one, next_ in pairwise(facts))


def test_with_a_seed_history_plays_no_part() -> None:
    first = play(level="easy", count=5, name="Ada", seed=7)
    assert asked(first) == asked(play(level="easy", count=5, name="Ada", seed=7))


def test_nothing_is_asked_or_told_of_works_that_are_unwatched() -> None:
    before = asked(play(level="easy", count=10, name="Ada", seed=7))
    hidden = {slug for question in before[:3] for slug in slugs(question.fact)}
    past = Past(host.store(), "Ada", "kdrama")
    for slug in hidden:
        past.mark_unwatched(slug)
    guest = play(level="easy", count=10, name="Ada", seed=7)
    assert not hidden & {slug for question in asked(guest) for slug in slugs(question.fact)}
    titles = [f"*{BANK.pack.works[slug].title}*" for slug in hidden]
    told = [
        text
        for question in asked(guest)
        for text in (question.stem, question.explanation, *(o.note for o in question.options))
    ]
    assert not any(title in text for title in titles for text in told)
    assert isinstance(ending := guest.news[-1], Ending)
    assert all(f"--without {slug}" in ending.again for slug in hidden)
    past.mark_watched(hidden)
    assert asked(play(level="easy", count=10, name="Ada", seed=7)) == before


def test_a_round_that_has_nothing_of_the_unwatched_stays_as_it_is() -> None:
    before = asked(play(level="easy", count=10, name="Ada", seed=7))
    about = {slug for question in before for slug in slugs(question.fact)}
    Past(host.store(), "Ada", "kdrama").mark_unwatched(next(slug for slug in BANK.pack.works if slug not in about))
    again = play(level="easy", count=10, name="Ada", seed=7)
    assert [question.id for question in asked(again)] == [question.id for question in before]
    assert isinstance(again.news[-1], Ending)
    assert "--without" not in again.news[-1].again


def test_a_round_about_chosen_works_is_kept_but_not_ranked_and_can_be_had_again() -> None:
    guest = play(level="hard", count=5, name="Ada", seed=7, years=(2016, 2018))
    years = {BANK.pack.works[slug].year for question in asked(guest) for slug in slugs(question.fact)}
    assert years <= {2016, 2017, 2018}
    ending = guest.news[-1]
    assert isinstance(ending, Ending)
    assert ending.again.endswith("--seed 7 --years 2016-2018")
    assert ending.standing is not None
    assert ending.standing.place is None


def test_a_limit_that_leaves_too_little_is_said_in_a_line() -> None:
    guest = play(level="easy", count=10, name="Ada", seed=7, works=("Goblin",))
    (line,) = guest.said
    assert re.fullmatch(
        r"This round has (1 question|\d questions): --work goblin leaves no more that go together\.", line
    )


def test_a_limit_that_leaves_nothing_is_refused() -> None:
    obscure = min(BANK.pack.works, key=lambda slug: BANK.pack.works[slug].fame or 0)
    line = f"has nothing to ask at level easy within --work {obscure}: leave a filter out, or choose another level"
    with pytest.raises(Refused, match=line):
        play(level="easy", count=10, name="Ada", works=(obscure,))
    with pytest.raises(Refused, match=r'has no drama "Gobiln"; did you mean "Goblin"\?'):
        play(level="easy", count=10, name="Ada", works=("Gobiln",))


def test_limits_are_part_of_what_a_round_is_dealt_from() -> None:
    choice = Choice(
        mode=modes.CLASSIC, pack="kdrama", level="easy", count=5, name="Ada", limits=Limits(works=("goblin",))
    )
    round_ = Sitting(BANK, lambda: 0.0).deal(choice, 7)
    assert round_.terms.flags == "--work goblin"
    assert Sitting(BANK, lambda: 0.0).dealt(round_.terms) == round_

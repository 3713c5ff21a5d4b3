"""A stem beside its options: it has no word of theirs, and its likeness to one of them tells nothing."""

import pytest
from dealing import ask, crowd
from hypothesis import given
from hypothesis import strategies as st

from questions.bank import Bank
from questions.compose import PATIENCE
from questions.stems import even
from questions.words import content, likeness, overlap

FOUR = ["Ada Ash", "Ben Bell", "Cy Cole", "Dot Dunn"]
PLAIN = "Who was it?"


def test_one_option_that_is_the_most_like_its_own_stem_is_what_chance_would_have() -> None:
    assert even(FOUR, {0: "Who met Adam?", 1: "Who met Adam?", 2: "Who met Bena?", 3: "Who met Cyd?"})


@pytest.mark.parametrize("echoes", [(0, 1), (1, 3), (0, 1, 2), (0, 1, 2, 3)])
def test_more_options_than_one_that_are_the_most_like_their_own_stem_give_the_set_away(
    echoes: tuple[int, ...],
) -> None:
    assert not even(FOUR, {at: f"Who met {FOUR[at]}?" if at in echoes else PLAIN for at in range(4)})


def test_where_no_option_is_like_any_stem_nothing_tells() -> None:
    assert even(FOUR, dict.fromkeys(range(4), PLAIN))


def test_a_set_of_which_one_could_not_be_asked_is_refused_for_all() -> None:
    assert not even(FOUR, {0: PLAIN, 1: PLAIN, 2: None, 3: PLAIN})


def test_a_key_that_alone_has_a_stem_is_not_the_most_like_it() -> None:
    assert not even(FOUR, {0: "Who met Ada Ash?"})
    assert even(FOUR, {0: PLAIN})


@given(st.lists(st.text("abc ", min_size=1), min_size=4, max_size=4), st.data())
def test_whether_a_set_is_even_does_not_hang_on_who_is_the_key(texts: list[str], data: st.DataObject) -> None:
    stems = [data.draw(st.text("abc ", min_size=1)) for _ in texts]
    order = data.draw(st.permutations(range(4)))
    turned = even([texts[at] for at in order], {place: stems[at] for place, at in enumerate(order)})
    assert turned == even(texts, dict(enumerate(stems)))


@pytest.mark.parametrize(
    ("text", "to", "share"), [("Ada", "Adam came", 2 / 3), ("Ada", "Ada", 1), ("Ada", "Ben", 0), ("…", "…", 0)]
)
def test_likeness_is_the_share_of_the_runs_of_three_letters(text: str, to: str, share: float) -> None:
    assert likeness(text, to) == pytest.approx(share)


def test_overlap_counts_the_words_of_both() -> None:
    assert overlap("The king and the queen", "the queen’s maid") == 2


def test_a_fact_that_echoes_its_answer_is_asked_only_for_want_of_better() -> None:
    echoing = Bank(crowd(12, cast=1))
    assert ask(echoing, "who-played", "w003@hero", "hard", attempts=PATIENCE) is None
    assert ask(echoing, "who-played", "w003@hero", "hard", attempts=2 * PATIENCE)


def test_no_stem_has_a_word_of_an_option() -> None:
    bank = Bank(crowd(12, scenes=1))
    for seed in range(50):
        question = ask(bank, "who-improvised", "w003/dunn-ada", seed=seed)
        assert question
        words = content(question.stem)
        assert all(words.isdisjoint(content(option.text)) for option in question.options)

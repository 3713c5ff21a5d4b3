"""How words and names are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.words import FUNCTION_WORDS, content, fold, jaccard, slug, tokens

SETS = st.frozensets(st.sampled_from("abcdefgh"), max_size=6)
NAMES = st.text(st.sampled_from("abyzABYZéÉñüœß-’'. 가힣ぁ漢09"), max_size=15)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Émile Zed", "emile zed"),
        ("Ahn Hyo-seop", "Ahn Hyo Seop"),
        ("D.P.", "dp"),
        ("Mr. Queen", "MR QUEEN"),
        ("안효섭", "안 효섭"),
        ("O’Hara", "O'Hara"),
    ],
)
def test_one_name_in_two_spellings_folds_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ada Bell", "Ada Ball"), ("Moon 2", "Moon"), ("안효섭", "안효석")])
def test_other_names_stay_others(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(NAMES)
def test_folding_is_done_once(name: str) -> None:
    assert fold(fold(name)) == fold(name) == fold(name.upper()) == fold(f" {name}!")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bok-joo’s hat", ["bok", "joo", "hat"]),
        ("it’s James' and Ann's", ["it", "james", "and", "ann"]),
        ("don’t snake_case", ["don’t", "snake", "case"]),
        ("“…” — !", []),
    ],
)
def test_words_are_without_case_marks_and_possessives(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_content_words_are_stems_without_the_small_words() -> None:
    assert content("She was kissing the statue, and he kisses it too") == content("kiss statues")
    assert content(" ".join(FUNCTION_WORDS)) == frozenset()


def test_a_language_without_a_stemmer_keeps_its_words_whole() -> None:
    assert content("dogs sing", "tlh") == {"dogs", "sing"}
    assert content("dogs sing", "en-GB") == {"dog", "sing"}


@given(SETS, SETS)
def test_likeness_is_symmetric_and_between_none_and_all(a: frozenset[str], b: frozenset[str]) -> None:
    assert jaccard(a, b) == jaccard(b, a)
    assert 0 <= jaccard(a, b) <= 1
    assert (jaccard(a, b) == 1) == (a == b != frozenset())
    assert (jaccard(a, b) == 0) == (not a & b)


@given(SETS, SETS, st.sampled_from("xyz"))
def test_another_shared_word_never_makes_two_texts_less_alike(
    a: frozenset[str], b: frozenset[str], word: str
) -> None:
    assert jaccard(a | {word}, b | {word}) >= jaccard(a, b) or a == b
    assert jaccard(a | {word}, b) <= jaccard(a, b)


@pytest.mark.parametrize(
    ("name", "made"), [("Émile & Co", "emile-co"), ("Park Seon-ho", "park-seon-ho"), ("  A  B ", "a-b")]
)
def test_a_name_becomes_a_slug(name: str, made: str) -> None:
    assert slug(name) == made


def test_a_name_that_no_slug_can_spell_keeps_its_own_letters() -> None:
    assert slug("안효섭") == fold("안효섭")

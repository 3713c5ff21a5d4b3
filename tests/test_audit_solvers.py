"""Solvers without knowledge: what they see, what they gain, and that honest questions give them nothing."""

from collections.abc import Callable
from math import nan

import pytest
from auditing import made
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from packmaking import pack, person, role, work

from questions.audit.cards import SCALARS, SOLVERS, Card, odd, scalar, solver
from questions.audit.gains import Gain, gains, ranks, shares, variation
from questions.audit.sample import Almanac, Sitting, null
from questions.question import Option, Question
from questions.streams import Stream

WORLD = pack(
    [
        work("Alpha", cast={"a": role("ann-lee", "A")}, year=2001, fame=90, company="NBX", writers=("Ida Grey",)),
        work("Beta", cast={"a": role("ann-lee", "A"), "b": role("bo-kim", "B")}, year=2011, fame=10),
        work("Gamma", cast={"c": role("cy-oh", "C")}, medium="film"),
    ],
    people=[person("Ann Lee", gender="f", born=1980), person("Bo Kim", gender="m"), person("Cy Oh", gender="m")],
)
ALMANAC = Almanac(WORLD)


def picks(name: str, question: Question, *before: Question) -> list[int]:
    """The places that a solver spreads its guess over."""
    spread = shares(SOLVERS[name](Card(question, before, ALMANAC)))
    return [i for i, share in enumerate(spread) if share]


PEOPLE = made(
    ["Ann Lee", "Bo Kim", "Cy Oh"],
    entities=["person:ann-lee", "person:bo-kim", "person:cy-oh"],
    template="who-played",
)
WORKS = made(["Alpha", "Beta", "Gamma"], entities=["work:alpha", "work:beta", "work:gamma"], template="which-work")


@pytest.mark.parametrize(
    ("name", "question", "chosen"),
    [
        ("most letters", made(["long one", "short", "tiny"]), [0]),
        ("least letters", made(["long one", "short", "tiny"]), [2]),
        ("most words", made(["a b c", "a b", "abcdef g"]), [0]),
        ("most punctuation", made(["a, b", "a b", "c d"]), [0]),
        ("most digits", made(["route 66", "route x", "route y"]), [0]),
        ("most capitals", made(["Ab", "AB", "ab"]), [1]),
        ("most letters beyond ASCII", made(["abc", "abé", "abd"]), [1]),
        ("least alphabetical place", made(["mole", "ant", "zebra"]), [1]),
        ("least place", made(["a", "b", "c"]), [0]),
        ("a place in the middle", made(["a", "b", "c"]), [1]),
        ("most words of the stem", made(["red fox", "blue dog", "old cat"], stem="Is the dog blue?"), [1]),
        ("most trigrams of the stem", made(["foxes", "dogs", "cats"], stem="A fox it is"), [0]),
        ("most likeness to the others", made(["big red dog", "big red", "red dog", "zzz"]), [0]),
        ("one of the twins", made(["abcd", "abce", "wxyz", "qrst"]), [0, 1]),
        ("neither of the twins", made(["abcd", "abce", "wxyz", "qrst"]), [2, 3]),
        ("least distance from the mean number", made(["2001", "2004", "2010"]), [1]),
        ("most roundness", made(["2001", "2010", "2003"]), [1]),
        ("most number", made(["2001", "2010", "2003"]), [1]),
        ("most number of works", PEOPLE, [0]),
        ("most fame", PEOPLE, [0]),
        ("least fame", PEOPLE, [1]),
        ("most year of birth", PEOPLE, [0]),
        ("odd by gender", PEOPLE, [0]),
        ("like the most by gender", PEOPLE, [1, 2]),
        ("least premiere", WORKS, [0]),
        ("odd by kind", WORKS, [2]),
        ("odd by last mark", made(["so", "no?", "go"]), [1]),
        ("odd by script", made(["so", "그래", "go"]), [1]),
        ("odd by first word", made(["take it", "take up", "let go"]), [2]),
    ],
)
def test_a_solver_picks_by_its_feature(name: str, question: Question, chosen: list[int]) -> None:
    assert picks(name, question) == chosen


def test_of_pairs_the_one_that_shares_its_people_is_picked() -> None:
    pairs = ["person:a+b", "person:a+c", "person:d+b"]
    assert picks("most in company", made(["A and B", "A and C", "B and D"], entities=pairs)) == [0]


def test_what_is_asked_for_is_no_leak() -> None:
    asked = replace(WORKS, template="which-came-first")
    assert picks("least premiere", asked) == []
    assert picks("odd by decade", asked) == []
    assert picks("most fame", asked) == [0]


def test_a_solver_that_cannot_tell_says_nothing() -> None:
    assert picks("most number", made(["one", "two", "three"])) == []
    assert picks("least alphabetical place", made(["1", "2", "3"])) == []
    assert picks("most fame", made(["a", "b", "c"])) == []


def test_the_round_so_far_is_remembered() -> None:
    first = made(["x", "y", "z"], answer=2)
    again = made(["z", "u", "v"])
    assert picks("shown before in the round", again, first) == [0]
    assert picks("new in the round", again, first) == [1, 2]
    assert picks("named before in the round", again, first) == [0]
    assert picks("place of the last key", again, first) == [2]
    assert picks("not the place of the last key", again, first) == [0, 1]
    assert picks("the place least used so far", again, first) == [0, 1]
    assert picks("the place most used so far", again, first) == [2]


def test_credits_count_by_what_is_asked() -> None:
    writer = Option("Ida Grey", "person:ida-grey", None)
    assert ALMANAC.known(writer, "writer").works == 1
    assert ALMANAC.known(writer, "director").works == 0
    assert ALMANAC.known(Option("NBX", "company:NBX", None), "company").works == 1


def test_a_pair_is_known_by_both() -> None:
    pair = ALMANAC.known(Option("", "person:ann-lee+bo-kim", None), "who-improvised")
    assert (pair.works, pair.fame, pair.premiere, pair.gender) == (3, 90, 2001, "fm")


@given(st.lists(st.one_of(st.just(nan), st.integers(0, 3).map(float)), min_size=2, max_size=5))
def test_a_guess_is_spread_over_the_highest_that_is_known(scores: list[float]) -> None:
    spread = shares(scores)
    known = [score for score in scores if score == score]
    assert bool(spread) == bool(known)
    if known:
        assert sum(spread) == pytest.approx(1)
        assert {score for score, share in zip(scores, spread, strict=True) if share} == {max(known)}


def test_the_rarest_value_is_the_odd_one() -> None:
    assert list(odd(["m", "f", "m"])) == [-2, -1, -2]
    assert [value != value for value in odd(["m", "", "m"])] == [False, True, False]


def test_gain_is_what_is_won_beyond_chance() -> None:
    gain = Gain()
    for sitting in range(100):
        gain.add(sitting, 0.75 if sitting % 2 else -0.25, 0.1875)
    assert gain.mean == pytest.approx(0.25)
    assert gain.error == pytest.approx(0.05, rel=0.02)
    assert gain.limit == pytest.approx(0.25 + 1.645 * gain.error)
    assert gain.over(0.03, 3.1)
    assert not gain.over(0.26, 3.1)


def test_a_few_agreeing_answers_prove_nothing() -> None:
    gain = Gain()
    for sitting in range(5):
        gain.add(sitting, 0.75, 0.1875)
    assert gain.error > 0.19


def test_no_questions_give_no_gain() -> None:
    assert (Gain().mean, Gain().error, Gain().limit) == (0, 0, 0)


def sample(key: Callable[[list[str], Stream], int], rounds: int = 150) -> list[Sitting]:
    """Rounds of four words each, the key chosen by a rule."""
    found = []
    for number in range(rounds):
        draw = Stream("test", number)
        rows = [[word(draw) for _ in range(4)] for _ in range(10)]
        found.append(Sitting("easy", number, tuple(made(texts, key(texts, draw)) for texts in rows)))
    return found


def word(draw: Stream) -> str:
    return "".join("abcdefghij"[draw.below(10)] * (1 + draw.below(2)) for _ in range(8))


def test_honest_questions_give_no_solver_anything() -> None:
    by_name = gains(sample(lambda texts, draw: draw.below(4)), ALMANAC)
    assert [name for name, by in by_name.items() if () in by and by[()].over(0.03, 3.1)] == []


def test_the_longest_key_is_found_out_in_every_group() -> None:
    told = sample(lambda texts, _: max(range(4), key=lambda i: len(texts[i])))
    by_group = gains(told, ALMANAC)["most letters"]
    assert set(by_group) == {(), ("easy",), ("what-happened", "easy")}
    assert all(gain.over(0.03, 3.1) for gain in by_group.values())


def test_random_keys_clear_a_sample_that_tells() -> None:
    told = sample(lambda texts, _: max(range(4), key=lambda i: len(texts[i])))
    assert not gains(null(told), ALMANAC)["most letters"][()].over(0.03, 3.1)
    assert [s.questions[0].options for s in null(told)] == [s.questions[0].options for s in told]


def test_the_rank_of_the_key_is_counted_with_ties_shared() -> None:
    asked = Sitting("easy", 0, (made(["aa", "bb", "c"], answer=0), made(["aa", "bb", "c"], answer=2)))
    assert ranks([asked], ALMANAC)["letters", 3] == [1, 0.5, 0.5]
    assert variation([1, 1, 1]) == 0
    assert variation([1, 0, 0, 0]) == 0.75


def test_a_name_is_taken_once() -> None:
    with pytest.raises(ValueError, match="two solvers called most letters"):
        scalar("letters")(lambda _: [])
    with pytest.raises(ValueError, match="two solvers called odd by gender"):
        solver("odd by gender")(lambda _: [])


def test_there_are_as_many_solvers_as_the_form_has_sides() -> None:
    assert len(SOLVERS) >= 50
    assert {"letters", "number", "fame", "place", "premiere"} <= set(SCALARS)

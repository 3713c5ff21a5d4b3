"""What is forbidden within a question's form and within a round, and what the simulated players make of levels."""

from typing import Any

import pytest
from auditing import made
from packmaking import pack, person, role, work

from questions.audit.levels import DETAIL, VIEWERS, Audience, co_stars, least_gap, right
from questions.audit.rounds import Reader, complaints, enemies
from questions.audit.rulings import RULINGS
from questions.audit.sample import Almanac, Sitting
from questions.audit.shape import clang, key_rate, lengths, misshapen, once_each
from questions.question import Question

CASTS = {
    "moon": {"mina": role("ada-bell", "Mina Vale"), "jory": role("tom-reed", "Jory Penn")},
    "court": {"nell": role("eve-shaw", "Nell Frost")},
    "train": {"guard": role("ben-ash", "Guy Small", role="support")},
}
WORLD = pack(
    {
        "moon": work("Full Moon", cast=CASTS["moon"], fame=90, year=2004),
        "court": work("High Court", cast=CASTS["court"], fame=50),
        "train": work("Slow Train", cast=CASTS["train"], fame=10),
    },
    people=[person("Ada Bell", aliases=("A. Bell",)), person("Tom Reed"), person("Vale")],
)
READER = Reader(WORLD)
ALMANAC = Almanac(WORLD)


def who(*keys: str, **facts: Any) -> Question:
    names = [" and ".join(each.replace("-", " ").title() for each in key.split("+")) for key in keys]
    facts = {"template": "who-played", "fact": "moon@mina", "work": "moon", "scene": None, **facts}
    return made(names, entities=[f"person:{key}" for key in keys], **facts)


def sitting(*questions: Question) -> Sitting:
    return Sitting("easy", 0, questions)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada Bell’s hat", {"person:ada-bell"}),
        ("as A. Bell says", {"person:ada-bell"}),
        ("Mina Vale hums", {"role:moon/mina"}),
        ("In *Full Moon* and *High Court*", {"work:moon", "work:court"}),
        ("the full moon of ada bell", set()),
    ],
)
def test_a_text_names_people_characters_and_titles(text: str, named: set[str]) -> None:
    assert READER.named(text) == named


def test_an_explanation_that_tells_a_later_answer_makes_enemies() -> None:
    first = made(["a", "b", "c"], explanation="Ada Bell hummed.")
    then = who("ada-bell", "eve-shaw", "ben-ash")
    found = enemies(sitting(first, then), READER)
    assert len(found) == 2
    assert "what-happened:w/s tells who-played:moon@mina" in found
    assert "shows again" in found[0]


def test_a_later_text_that_tells_an_earlier_answer_makes_enemies_too() -> None:
    first = who("ada-bell", "eve-shaw", "ben-ash")
    then = made(["a", "b", "c"], stem="What did Ada Bell do?")
    assert enemies(sitting(first, then), READER) == ["what-happened:w/s tells who-played:moon@mina"]


def test_one_of_a_pair_shown_before_makes_enemies() -> None:
    first = who("tom-reed", "eve-shaw", "ben-ash", fact="moon@jory")
    then = who("ada-bell+ben-ash", "joy+kit", "lou+max")
    assert "person:ben-ash" in enemies(sitting(first, then), READER)[0]


def test_a_value_is_told_only_beside_its_work() -> None:
    def pair(explanation: str) -> list[str]:
        first = made(["a", "b", "c"], explanation=explanation)
        years = [f"year:{y}" for y in (2004, 2008, 2010)]
        then = made(["2004", "2008", "2010"], entities=years, template="year", fact="moon#year", work="moon")
        return enemies(sitting(first, then), READER)

    assert pair("It was 2004.") == []
    assert pair("*Full Moon* came out in 2004.") == ["what-happened:w/s tells year:moon#year"]


def test_a_name_inside_a_longer_one_is_not_told() -> None:
    first = made(["a", "b", "c"], explanation="Then Madam Bella-Donna and Ada Bellamy left.")
    assert enemies(sitting(first, who("ada-bell", "eve-shaw", "ben-ash")), READER) == []


def test_two_questions_on_one_fact_are_enemies() -> None:
    found = enemies(sitting(made(["a", "b", "c"]), made(["d", "e", "f"], template="which-line")), READER)
    assert found == ["what-happened:w/s and which-line:w/s ask about one fact"]


KINDS = {
    "what-happened": "act",
    "which-work": "work",
    "which-line": "line",
    "year": "year",
    "who-said": "person",
}


def numbered(i: int, **changes: Any) -> Question:
    """The i-th of ten questions that break no rule together."""
    template, kind = list(KINDS.items())[i % 5]
    facts: dict[str, Any] = {
        "entities": [f"{kind}:{i}{c}" for c in "abc"],
        "template": template,
        "fact": f"w{i // 2}/{i}",
        "work": f"w{i // 2}",
        "scene": None if template == "year" else "s",
        "difficulty_score": 0.1 if i in {0, 9} else 0.5,
    }
    return made(["a", "b", "c"], **{**facts, **changes})


def varied() -> list[Question]:
    return [numbered(i) for i in range(10)]


def test_a_varied_round_gives_no_complaint() -> None:
    assert complaints(sitting(*varied())) == []
    assert complaints(sitting()) == ["fewer than 4 templates", "fewer than 3 kinds of answer"]


def test_each_rule_of_variety_is_complained_about() -> None:
    def bent(place: int, **changes: Any) -> list[str]:
        questions = varied()
        questions[place] = numbered(place, **changes)
        return complaints(sitting(*questions))

    assert bent(2, work="w0") == ["more than 2 on one work"]
    assert bent(2, fact="w0/0") == ["two on one fact"]
    assert bent(2, entities=["act:0a", "line:x", "line:y"]) == ["one key twice"]
    assert bent(1, template="what-happened") == ["a template twice running"]
    assert bent(9, difficulty_score=0.9) == ["opens or closes with something hard"]
    assert complaints(sitting(*varied()[3:4] * 10)) == [
        "too few scenes",
        "fewer than 4 templates",
        "fewer than 3 kinds of answer",
        "more than 2 on one work",
        "two on one fact",
        "one key twice",
        "a template twice running",
    ]


def test_a_word_of_the_key_in_the_stem_clangs_unless_all_have_it() -> None:
    assert clang(made(["Kim Bok-joo", "Kim Ji-an", "Kim Da-mi"], stem="In *Weightlifting Fairy Kim Bok-joo*?")) == {
        "bok",
        "joo",
    }
    assert clang(made(["kiss a cat", "kiss a dog", "kiss a hat"], stem="Which kiss?")) == set()


@pytest.mark.parametrize(
    ("question", "bent"),
    [
        (made(["Bow", "Nod", "Hop"]), []),
        (made(["Bow", "nod", "Hop"]), ["first letter’s case"]),
        (made(["Bow", "Nod", "꾸벅"]), ["script"]),
        (made(["Bow", "Nod.", "Hop"]), ["full stop"]),
        (made(["Bow", "“Nod”", "Hop"]), ["quotation marks"]),
        (made(["Bow", "Nod", "Hop"], entities=["act:a", "act:b", "line:c"]), ["kind"]),
        (who("ada-bell", "tom-reed", "ben-ash+eve-shaw"), ["kind", "gender"]),
        (made(["tvN", "SBS", "MBC"], entities=["company:tvN", "company:SBS", "company:MBC"]), []),
    ],
)  # fmt: skip
def test_options_differ_in_nothing_that_shows(question: Question, bent: list[str]) -> None:
    assert misshapen(question, ALMANAC) == bent


def test_lengths_are_those_of_the_key_against_the_mean_of_the_others() -> None:
    asked = [made(["x" * n, "y" * 20, "z" * 20]) for n in (20, 24, 27)]
    size = lengths([sitting(*asked)])
    assert (size.n, size.far) == (3, 1)
    assert size.longest == pytest.approx(2 / 3 - 1 / 3)
    assert lengths([sitting()]).longest == 0


def test_who_was_often_right_is_a_good_guess_only_where_keys_repeat() -> None:
    one = [who("ada-bell", "eve-shaw", "ben-ash", fact=f"moon@{i}") for i in range(60)]
    rate = key_rate([sitting(*one)])
    assert rate.often > 0.9
    assert rate.fresh < 0.1
    assert (rate.n, rate.top, rate.things) == (60, 1, 0)


def test_a_fact_counts_once_for_the_tracker() -> None:
    asked = [who("ada-bell", "eve-shaw", "ben-ash", fact=f"moon@{i % 4}") for i in range(40)]
    assert sorted(q.fact for q in once_each(asked)) == ["moon@0", "moon@1", "moon@2", "moon@3"]


def test_every_template_has_its_place_in_the_players_memory() -> None:
    assert set(DETAIL) == set(RULINGS)


def test_players_know_more_of_what_is_famous_and_experts_know_most() -> None:
    audience = Audience(WORLD)
    asked = [
        who("ada-bell", "x", "y", work="moon"),
        who("eve-shaw", "x", "y", work="court", fact="court@nell"),
        who("ben-ash", "x", "y", work="train", fact="train@guard"),
    ]
    chances = [[audience.right(viewer, question) for question in asked] for viewer in VIEWERS]
    assert all(row == sorted(row, reverse=True) for row in chances)
    assert all(list(column) == sorted(column) for column in zip(*chances, strict=True))
    assert all(1 / 3 <= chance <= 1 for row in chances for chance in row)


def test_a_co_star_is_harder_to_rule_out_than_a_stranger() -> None:
    audience = Audience(WORLD)
    fan = VIEWERS[1]
    near, far = who("ada-bell", "tom-reed", "x"), who("ada-bell", "ben-ash", "x")
    assert audience.right(fan, near) < audience.right(fan, far)
    assert (co_stars(near, WORLD), co_stars(far, WORLD)) == (1, 0)


def test_a_stem_that_names_the_characters_is_easier() -> None:
    audience = Audience(WORLD)
    acts = ["act:moon/a", "act:court/b", "act:train/c"]
    named, nameless = (
        made(["a", "b", "c"], entities=acts, work="moon", fact="moon/x", stem=stem)
        for stem in ("In *Full Moon*, what did Mina Vale do?", "What did the baker do?")
    )
    assert audience.right(VIEWERS[0], named) > audience.right(VIEWERS[0], nameless)


def test_the_smaller_fall_between_levels_counts() -> None:
    assert least_gap({"easy": 0.8, "medium": 0.7, "hard": 0.4}) == pytest.approx(0.1)


def test_shares_are_given_for_each_player_and_level() -> None:
    asked = who("ada-bell", "tom-reed", "ben-ash")
    shares = right([Sitting("easy", 0, (asked,)), Sitting("hard", 0, (asked,))], WORLD)
    assert set(shares) == {"casual", "fan", "expert"}
    assert all(each["easy"] == each["hard"] for each in shares.values())

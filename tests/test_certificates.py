"""What may stand as a wrong option, and what may not because it could be right: one small world for each danger."""

from functools import cache
from typing import Any

import pytest
from dealing import changed
from packmaking import pack, person, role, scene, work

from questions.certificates import Option
from questions.facts import Pack
from questions.index import Index
from questions.question import DIFFICULTIES
from questions.subjects import find
from questions.templates import TEMPLATES


def certified(made: Pack, template: str, fact: str, other: str, step: int = 0) -> bool:
    """Whether the answer of the `other` fact is certified wrong where the template asks about `fact`."""
    asked, index = TEMPLATES[template], Index(made)
    subject, source = find(made, fact), find(made, other)
    answer = asked.kind.find(index, source)
    assert answer, f"{other} has no such answer"
    return asked.certifier.judge(index, subject, step)(Option(answer, source))


@cache
def world() -> Pack:
    """A work and its remake, another with an actor in two roles and two actors in one, and one apart."""
    moon = {
        "mina": role("ada-bell", "Mina Vale", "the baker"),
        "jory": role("tom-reed", "Jory Penn", "the ferryman"),
    }
    again = {"mina": role("joy-park", "Mina Vale", "the baker"), "abe": role("ada-bell", "Abe Orr", "the mayor")}
    court = {
        "nell": role("eve-shaw", "Nell Frost", "the judge"),
        "twin": role("eve-shaw", "Una Frost", "her sister"),
        "clerk": role("max-lund", "Cy Long", "the clerk"),
        "old-clerk": role("sam-hill", "Cy Long", "the clerk in old age"),
    }
    train = {"guard": role("kit-moor", "Guy Small", "the guard"), "cook": role("lou-best", None, "the cook")}
    first = {
        "year": 2004,
        "company": "NBX",
        "based_on": "novel",
        "writers": ("Ida Grey",),
        "native_title": "보름달",
    }
    last = {
        "year": 2019,
        "company": "KTV",
        "based_on": "film",
        "writers": ("Ben Ash",),
        "native_title": "새 보름달",
    }
    other = {"year": 2010, "company": "Flix", "based_on": "play", "writers": ("Ida Grey", "Pat Moss")}
    return pack(
        {
            "moon": work("Full Moon", cast=moon, scenes=MOON, **first),
            "moon-2019": work("Full Moon", cast=again, scenes=AGAIN, **last),
            "court": work("High Court", cast=court, scenes=COURT, native_title="높은 법정", **other),
            "train": work("Slow Train", cast=train, scenes=TRAIN, year=2006, company="NBX", writers=("Lou Best",)),
        },
        people=[person(name) for name in ("Ida Grey", "Ben Ash")],
    )


MOON = (
    scene("pier", by="mina", act="hum an old marching tune", line="Who tuned the gulls?", prompted_by="{jory}"),
    scene("dock", by=("mina", "jory"), act="swap hats without a word", moment="{mina} ties a rope"),
    scene("rope", by="jory", act="trip over a coil", origin="scripted"),
)
AGAIN = (scene("roof", by="mina", act="whistle at a weathercock", moment="{mina} climbs", line="Land!"),)
COURT = (
    scene(
        "bench", by="nell", act="balance seven spoons", moment="{nell} opens a case", line="Soup!", script="yawn"
    ),
    scene("march", by="nell", act="hum a marching tune", moment="{nell} leaves", line="Who tuned the gulls"),
    scene("oath", by="clerk", act="swear on a cookbook", moment="{clerk} stands up", origin="accident"),
)
TRAIN = (
    scene("soup", by="cook", act="ladle soup into a boot", moment="{cook} hears a bell", line="Mind the gap!"),
    scene("whistle", by="guard", act="blow a kiss to the engine", moment="{guard} is late", episode=3),
)


@pytest.mark.parametrize(
    ("template", "fact", "other", "so"),
    [
        ("who-played", "moon@mina", "court@nell", True),
        ("who-played", "moon@mina", "moon@jory", True),
        ("who-played", "moon@mina", "moon-2019@mina", False),
        ("which-role", "moon@mina", "court@nell", True),
        ("which-role", "moon@mina", "moon-2019@abe", False),
        ("writer", "moon#writers", "train#writers", True),
        ("writer", "moon#writers", "moon-2019#writers", False),
        ("company", "moon#company", "court#company", True),
        ("company", "moon#company", "moon-2019#company", False),
        ("year", "moon#year", "court#year", True),
        ("year", "moon#year", "moon-2019#year", False),
        ("based-on", "moon#based_on", "court#based_on", True),
        ("based-on", "moon#based_on", "moon-2019#based_on", False),
        ("what-happened", "moon/dock", "court/bench", True),
        ("what-happened", "moon/dock", "moon-2019/roof", False),
        ("which-line", "moon/pier", "train/soup", True),
        ("which-line", "moon/pier", "moon-2019/roof", False),
    ],
)
def test_what_is_true_of_a_remake_is_no_wrong_option(template: str, fact: str, other: str, so: bool) -> None:
    assert certified(world(), template, fact, other) is so


def test_two_actors_in_one_role_are_both_right() -> None:
    assert not certified(world(), "who-played", "court@clerk", "court@old-clerk")
    assert not certified(world(), "who-played-opposite", "court@clerk", "court@old-clerk")
    assert certified(world(), "who-played", "court@clerk", "court@nell")


def test_one_actor_in_two_roles_is_right_by_either_name() -> None:
    assert not certified(world(), "which-role", "court@nell", "court@twin")
    assert certified(world(), "which-role", "court@nell", "court@clerk")


def test_nobody_who_improvised_a_moment_is_wrong_and_nobody_who_asked_for_it() -> None:
    assert not certified(world(), "who-improvised", "moon/dock", "moon/rope")
    assert not certified(world(), "who-improvised", "moon/pier", "moon/rope"), "he asked for it"
    assert not certified(world(), "who-said", "moon/pier", "moon/dock"), "a pair with one who did it"
    assert certified(world(), "who-improvised", "moon/rope", "court/bench")
    assert certified(world(), "who-said", "moon/pier", "train/soup")


def test_an_act_of_the_same_people_is_no_wrong_option_wherever_it_was() -> None:
    both = changed(world(), {"train": {"cast": {**world().works["train"].cast, "cook": role("ada-bell", "Dot")}}})
    assert certified(world(), "what-happened", "moon/dock", "train/soup")
    assert not certified(both, "what-happened", "moon/dock", "train/soup")
    assert not certified(world(), "what-happened", "moon/dock", "moon/rope")


@pytest.mark.parametrize(("template", "known"), [("what-happened", "moon/pier"), ("which-work", "moon/pier")])
def test_an_act_that_could_be_taken_for_the_key_is_no_wrong_option(template: str, known: str) -> None:
    assert not certified(world(), template, known, "court/march")


def test_a_line_said_in_two_works_names_neither() -> None:
    gull = scene("gull", by="nell", act="nod", line="Who tuned the gulls")
    apart = changed(world(), {"court": {"scenes": (gull,)}})
    assert not certified(apart, "line-in-work", "moon/pier", "court/gull")
    assert not certified(apart, "which-line", "moon/pier", "court/gull")
    assert certified(apart, "line-in-work", "moon/pier", "train/soup")


def test_a_scene_like_the_stems_rules_its_work_out_even_where_another_scene_lends_the_option() -> None:
    assert not certified(world(), "which-work", "moon/pier", "court/oath"), "the march in that work is too near"
    assert certified(world(), "which-work", "moon/pier", "train/whistle")


def test_a_credited_name_is_right_and_a_list_that_is_complete_makes_the_others_wrong() -> None:
    assert not certified(world(), "writer", "moon#writers", "moon#writers")
    assert certified(world(), "writer", "train#writers", "moon#writers")
    folded = changed(world(), {"train": {"writers": ("ida grey",)}})
    assert not certified(folded, "writer", "moon#writers", "train#writers"), "one name in two spellings"


def test_who_played_both_is_nobody_who_played_either() -> None:
    pair = "moon@mina+moon-2019@abe"
    assert not certified(world(), "shared-actor", pair, "moon-2019@mina"), "the other Mina Vale"
    assert certified(world(), "shared-actor", pair, "court@nell")


def test_a_work_with_either_of_two_in_the_same_part_is_no_wrong_option() -> None:
    sequel = {"judge": role("eve-shaw", "Nell Frost"), "x": role("max-lund", "Otto")}
    made = pack({**world().works, "sequel": work("Supreme Court", cast=sequel)}, people=world().people)
    assert not certified(made, "shared-work", "court@nell+court@clerk", "sequel@judge+sequel@x")
    assert certified(made, "shared-work", "court@nell+court@clerk", "moon@mina+moon@jory")


def test_only_a_later_year_makes_a_work_later_and_harder_questions_take_nearer_years() -> None:
    def wrong(year: int | None, step: int) -> bool:
        return certified(
            changed(world(), {"train": {"year": year}}), "which-came-first", "court#year", "train#x", step
        )

    assert [[wrong(2010 + gap, step) for step in range(len(DIFFICULTIES))] for gap in range(-1, 4)] == [
        [False, False, False],
        [False, False, False],
        [False, False, True],
        [False, True, True],
        [True, True, True],
    ]


def test_a_work_whose_namesake_came_earlier_is_not_surely_later() -> None:
    apart = changed(world(), {"train": {"year": 2005}})
    assert not certified(apart, "which-came-first", "train#year", "moon-2019#year"), "the first Full Moon was not"
    assert not certified(apart, "which-came-first", "moon#year", "court#year"), "it came before the second one"
    timeless = changed(apart, {"moon-2019": {"year": None}})
    assert not certified(timeless, "which-came-first", "moon#year", "court#year")


def test_a_basis_that_a_remake_may_be_said_to_have_is_no_wrong_option() -> None:
    made = changed(world(), {"court": {"based_on": "web novel"}, "train": {"based_on": "manhwa"}})
    assert not certified(made, "based-on", "moon-2019#based_on", "court#based_on"), "the first is based on a novel"
    assert certified(made, "based-on", "moon-2019#based_on", "train#based_on")


def test_only_certified_ad_libs_stand_beside_what_was_scripted() -> None:
    assert certified(world(), "scripted-after-all", "moon/rope", "court/bench")
    accident = find(world(), "court/oath")
    assert TEMPLATES["scripted-after-all"].kind.find(Index(world()), accident) is None
    assert not certified(world(), "scripted-after-all", "moon/rope", "moon/rope")


def test_an_episode_with_a_moment_like_it_is_no_wrong_number() -> None:
    def told(moment: str) -> Any:
        return {"scenes": (*TRAIN, scene("again", by="guard", act="wave", moment=moment, episode=5))}

    def wrong(moment: str) -> bool:
        made = changed(world(), {"train": told(moment)})
        return certified(made, "which-episode", "train/whistle", "train/again")

    assert wrong("{guard} dozes off")
    assert not wrong("{guard} is late for the shift")


def test_a_native_title_that_a_remake_shares_is_no_wrong_option() -> None:
    same = changed(world(), {"moon-2019": {"native_title": "보름달"}})
    assert not certified(same, "native-title", "moon#native_title", "moon-2019#native_title")
    assert certified(same, "native-title", "moon#native_title", "court#native_title")


def test_every_template_has_a_certificate_that_questions_know() -> None:
    assert {template.certifier.code for template in TEMPLATES.values()} == {"F", "C", "N", "T", "E"}


def test_a_role_that_its_actor_has_in_a_remake_of_a_namesake_is_not_certified_wrong() -> None:
    """“High Court” may mean the Tin Crown of that other name, whose guard the actor plays in its remake."""
    guard = {"guard": role("max-lund", "Guy Small", "the guard")}
    made = pack(
        {
            "high-court": work("High Court", cast={"clerk": role("ada-bell", "Cy Long", "the clerk")}),
            "tin-crown": work("Tin Crown", aliases=("High Court",), cast=guard),
            "tin-crown-2019": work("Tin Crown", cast={"guard": role("ada-bell", "Guy Small", "the guard")}),
        }
    )
    assert not certified(made, "which-role", "high-court@clerk", "tin-crown@guard")

"""Clauses that would read badly or tell an answer are warned of, and what they stand in is left out."""

import pytest
from packmaking import contents, pack, role, scene, tables, work

from questions.checking import Checked, check
from questions.facts import Pack

MADE = pack([work("Quiet Harbour", scenes=[scene(), scene("quay")])])
FILE = "works/quiet-harbour.toml"


def checked(made: Pack) -> Checked:
    return check(made.name, contents(tables(made)))


def warnings(field: str, text: str) -> list[str]:
    """What is said when one clause of the first scene is this text; none of it is a fault."""
    raw = tables(MADE)
    raw[FILE]["scenes"][0][field] = text
    found = check(MADE.name, contents(raw))
    assert found.pack is not None
    assert {fault.grade for fault in found.faults} <= {"warning"}
    return [str(fault).removeprefix(f"{FILE}: scenes.pier.{field}: ") for fault in found.faults]


BROKEN = [
    ("moment", "{hero} waits.", "ends in a full stop: it stands inside a sentence"),
    ("moment", "he waits for {hero}", 'has "he" before any slot: name first who that is'),
    ("moment", "{hero} waits " + "so " * 50 + "long", "has 167 characters: at most 160"),
    ("act", "Yodel a tune", "begins with a capital: it stands inside a sentence"),
    ("act", "yodels a tune", 'begins with "yodels": begin with a verb in the base form, as after "chose to"'),
    ("act", "yodelling on", 'begins with "yodelling": begin with a verb in the base form, as after "chose to"'),
    ("act", "yodel a tune.", "ends in a full stop: it stands inside a sentence"),
    (
        "act",
        "yodel a sailor's tune",
        "has the straight mark ': quotation marks and apostrophes are curly (“ ” ‘ ’)",
    ),
    ("act", "yodel “a tune", "has a quotation mark that is not closed: “ and ” come in pairs"),
    ("act", "yodel to Jory", 'names "Jory" of the cast: write the slot'),
    ("act", "yodel Bell’s tune", 'names "Bell" of the cast: write the slot'),
    (
        "act",
        "yodel in the quiet harbour",
        'has the title "quiet harbour" in it: a question that asks for the work would tell',
    ),
    ("act", "yodel her tune", 'has "her": as an option it would tell who it was'),
    ("act", "yodel about the waters", 'shares "water" with `moment`: the one would tell the other'),
    (
        "act",
        "hum the marching tune",
        "every word of it is in the act of quiet-harbour/quay too: make it more specific",
    ),
    ("act", "be so", "every word of it is in any act too: make it more specific"),
    ("script", "wait for {friend}", 'shares "wait" with `moment`: the one would tell the other'),
    ("script", "leave his hat on", 'has "his" before any slot: name first who that is'),
    ("line", "one " * 20 + "more", "has 21 words: at most 20"),
    ("line", "“Over here!”", "stands in quotation marks: give the words alone"),
    ("line", "Here, Mina!", 'names "Mina" of the cast: write the slot'),
    ("aside", "{hero} wept", "has no full stop: an aside is a whole sentence"),
    ("aside", "so {hero} wept.", "begins small: an aside is a whole sentence"),
]


@pytest.mark.parametrize(("field", "text", "what"), BROKEN)
def test_a_clause_that_breaks_the_grammar_is_warned_of(field: str, text: str, what: str) -> None:
    loss = "the scene is left out" if field in ("moment", "act") else "it is left out"
    assert warnings(field, text) == [f"{what}; {loss}"]


FINE = [
    ("act", "pass the bread"),
    ("act", "sing of a quiet pier"),
    ("act", "bring a guest along"),
    ("act", "need a moment for {friend}"),
    ("line", "Oh, is that Tom Waits?"),
    ("aside", "“We had no time,” said {hero}."),
    ("aside", "Was it {hero}’s own idea?"),
    ("script", "push {friend} off {hero}’s boat"),
]


@pytest.mark.parametrize(("field", "text"), FINE)
def test_a_clause_that_keeps_the_grammar_is_not_warned_of(field: str, text: str) -> None:
    assert warnings(field, text) == []


def test_a_description_that_tells_the_title_is_left_out() -> None:
    cast = {"hero": role("ada-bell", "Mina Vale", "the quiet keeper")}
    found = checked(pack([work("Quiet Harbour", cast=cast)]))
    [fault] = found.faults
    assert str(fault) == (
        f'{FILE}: cast.hero.described: has "quiet" of the title: '
        "a question that asks for the work would tell; it is left out"
    )
    assert found.pack is not None
    assert found.pack.works["quiet-harbour"].cast["hero"].described is None


def test_a_scene_goes_with_its_act_and_stays_without_its_line() -> None:
    scenes = [scene("dawn", act="Yodel"), scene("noon", line="“Ha!”"), scene("dusk")]
    found = checked(pack([work(scenes=scenes)])).pack
    assert found is not None
    kept = found.works["quiet-harbour"].scenes
    assert [each.id for each in kept] == ["noon", "dusk"]
    assert kept[0].line is None


def test_an_interjection_or_a_namesake_is_no_name_of_the_cast() -> None:
    cast = {"hero": role("oh-lee", "Oh Lee", "the rower"), "friend": role("tom-reed", described="the pilot")}
    lines = [scene("dawn", line="Oh, look!"), scene("noon", line="Lee Marvin does it better!")]
    assert checked(pack([work(cast=cast, scenes=lines)])).faults == ()


def test_a_language_without_rules_is_judged_by_its_marks_alone() -> None:
    made = pack([work(scenes=[scene(act="la sua canzone his")])], language="it")
    assert checked(made).faults == ()

"""Clauses in every voice, and the small grammar that makes sentences of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packmaking import pack, person, role, work

from questions.clauses import Voice, listed, quoted, role_name, sentence, slots, speak

CAST = {
    "hero": role("ada-bell", "Mina Vale", "the lighthouse keeper"),
    "friend": role("tom-reed", None, "the ferryman"),
    "child": role("eve-shaw", "Nell", None),
}
WORK = work(cast=CAST)
PACK = pack([WORK], people=[person("Ada Bell"), person("Tom Reed"), person("Eve Shaw")])
VOICES: tuple[Voice, ...] = ("characters", "nameless", "actors", "co-stars", "others")
CLAUSE = "take {hero}'s lamp from {friend} and give it to {hero}"
WORDS = st.text(st.sampled_from("abc XYZ’”“*?!….,{}"), max_size=20)


def say(clause: str, voice: Voice) -> str | None:
    return speak(clause, PACK, WORK, voice)


@pytest.mark.parametrize(
    ("voice", "spoken"),
    [
        ("characters", "take Mina Vale's lamp from the ferryman and give it to Mina Vale"),
        (
            "nameless",
            "take the lighthouse keeper's lamp from the ferryman and give it to the lighthouse keeper",
        ),
        ("actors", "take Ada Bell's lamp from Tom Reed and give it to Ada Bell"),
        ("co-stars", "take a co-star's lamp from another co-star and give it to the co-star"),
        ("others", "take another character's lamp from somebody else and give it to the other character"),
    ],
)
def test_a_clause_is_spoken_in_each_voice(voice: Voice, spoken: str) -> None:
    assert say(CLAUSE, voice) == spoken


def test_a_role_without_a_name_goes_by_its_description_among_the_characters() -> None:
    assert role_name(PACK, WORK, "friend", "characters") == "the ferryman"


def test_a_role_without_a_description_cannot_be_spoken_of_namelessly() -> None:
    assert say("wave at {child}", "nameless") is None
    assert say("wave at {child}", "characters") == "wave at Nell"


def test_the_slots_of_a_clause_are_named_in_order() -> None:
    assert slots(CLAUSE) == ["hero", "friend", "hero"]
    assert slots("hum") == []


@given(st.lists(st.sampled_from(["hum", "{hero}", "{friend}", "{hero}'s hat", "to"]), min_size=1), st.data())
def test_no_slot_is_left_open_and_no_other_word_changed(parts: list[str], data: st.DataObject) -> None:
    spoken = say(" ".join(parts), data.draw(st.sampled_from(VOICES)))
    assert spoken is not None
    assert "{" not in spoken
    assert [word for word in spoken.split() if word in {"hum", "hat"}] == [
        "hum" if part == "hum" else "hat" for part in parts if "h" in part and part in {"hum", "{hero}'s hat"}
    ]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("he hums", "He hums."),
        ("he hums.", "He hums."),
        ("who hums?", "Who hums?"),
        ("they see *Who Are You?*", "They see *Who Are You?*"),
        ("she says “Wait!”", "She says “Wait!”"),
        ("she says “wait”", "She says “wait”."),
        ("and then…", "And then…"),
        ("*Goblin* opens", "*Goblin* opens."),
        ("é", "É."),
        ("", ""),
    ],
)
def test_a_sentence_has_a_capital_and_one_mark(text: str, spoken: str) -> None:
    assert sentence(text) == spoken


def test_a_question_keeps_its_mark_and_a_beginning_has_none() -> None:
    assert sentence("who hums", "?") == "Who hums?"
    assert sentence("who hums?", "?") == "Who hums?"
    assert sentence("who", "") == "Who"


@given(WORDS.filter(lambda text: text[:1].isalpha()))
def test_a_sentence_is_a_sentence_already(text: str) -> None:
    once = sentence(text)
    assert sentence(once) == once
    assert once.rstrip("*”’")[-1:] in (".", "!", "?", "…")


@pytest.mark.parametrize(
    ("names", "row"), [(["A"], "A"), (["A", "B"], "A and B"), (("A", "B", "C", "D"), "A, B, C and D")]
)
def test_names_stand_in_a_row(names: list[str], row: str) -> None:
    assert listed(names) == row


@given(st.lists(st.sampled_from(["Ada", "Tom", "Eve"]), min_size=1, max_size=6))
def test_everybody_is_in_the_row_and_one_and_at_most(names: list[str]) -> None:
    row = listed(names)
    assert row.replace(" and ", ", ").split(", ") == names
    assert row.count(" and ") == (len(names) > 1)


@pytest.mark.parametrize(
    ("line", "inside"),
    [("Go home.", "“Go home”"), ("Go!", "“Go!”"), ("Go...", "“Go...”"), ("Go…", "“Go…”"), ("Go", "“Go”")],
)
def test_a_line_loses_only_its_full_stop_inside_a_sentence(line: str, inside: str) -> None:
    assert quoted(line) == inside

"""Names as they are wished: what changes, what never does, and that no name tells an answer."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest
from asking import question
from dealing import bank_of, every
from english import faults, names_of
from packmaking import pack, person, work

from questions.facts import Pack
from questions.question import Names, Option, Question
from questions.reading import shipped
from quiz.hangul import heard, romanised
from quiz.naming import renamed

PEOPLE = (
    person("Gong Yoo", native="공유"),
    person("Kim Go-eun", native="김고은"),
    person("Lee Min", native="이민"),
    person("Lee Min-ho", native="이민호"),
    person("Ji Soo", native="지수"),
    person("Jisoo", native="지수"),
    person("Clara"),
)
WORKS = {
    "goblin": work("Goblin", native_title="도깨비", year=2016),
    "are-you": work("Are You Human?", native_title="너도 인간"),
    "shout": work("Shout", native_title="소리쳐!"),
    "so": work("So What", native_title="그래서?"),
    "bare": work("Bare"),
    "camellia": work("When the Camellia Blooms", native_title="동백꽃 필 무렵"),
}
FACTS = pack(WORKS, people=PEOPLE)
OTHERS: tuple[Names, ...] = ("native", "both")


def options(*texts: str, kind: str = "person", notes: Iterable[str] = ()) -> tuple[Option, ...]:
    """Options of which the second is the key."""
    told = [*notes, *[""] * len(texts)]
    keys = ["+".join(slug(name) for name in text.split(" and ")) for text in texts]
    return tuple(
        Option(text, f"{kind}:{key}", None if i == 1 else "C", told[i])
        for i, (text, key) in enumerate(zip(texts, keys, strict=True))
    )


def slug(name: str) -> str:
    return "".join(letter for letter in name.lower().replace(" ", "-") if letter.isalnum() or letter == "-")


def asked(stem: str, *texts: str, story: str = "So it was.", kind: str = "person", **more: Any) -> Question:
    """A question that mentions everybody and every work."""
    found = options(*(texts or ("Gong Yoo", "Kim Go-eun")), kind=kind, notes=more.pop("notes", ()))
    mentions = {f"person:{slug(each.name)}" for each in PEOPLE} | {f"work:{slug}" for slug in WORKS}
    return question(options=found, stem=stem, explanation=story, mentions=frozenset(mentions), **more)


def texts(shown: Question) -> list[str]:
    return [option.text for option in shown.options]


def native(made: Question) -> Question:
    return renamed(made, FACTS, "native")


def both(made: Question) -> Question:
    return renamed(made, FACTS, "both")


def test_romanised_names_leave_a_question_as_it_is() -> None:
    made = asked("Who hums in *Goblin*?")
    assert renamed(made, FACTS, "romanised") is made


def test_native_names_stand_alone_in_options_stems_stories_and_notes() -> None:
    made = asked("Who hums in *Goblin*?", story="Kim Go-eun hummed in *Goblin*.", notes=["Gong Yoo, in *Goblin*"])
    shown = native(made)
    assert texts(shown) == ["공유", "김고은"]
    assert (shown.stem, shown.explanation) == ("Who hums in *도깨비*?", "김고은 hummed in *도깨비*.")
    assert shown.options[0].note == "공유, in *도깨비*"


def test_both_names_stand_in_options_and_where_something_is_first_named() -> None:
    made = asked("Who hums in *Goblin*?", story="Kim Go-eun (Ji Eun-tak) hummed. Kim Go-eun laughed in *Goblin*.")
    shown = both(made)
    assert texts(shown) == ["Gong Yoo (공유)", "Kim Go-eun (김고은)"]
    assert shown.stem == "Who hums in *Goblin* (도깨비)?"
    assert shown.explanation == ("Kim Go-eun (김고은, Ji Eun-tak) hummed. Kim Go-eun laughed in *Goblin* (도깨비).")


def test_works_that_are_options_are_named_too() -> None:
    made = asked("Who hums where?", "Goblin", "Shout", kind="work")
    assert texts(native(made)) == ["도깨비", "소리쳐!"]
    assert texts(both(made)) == ["Goblin (도깨비)", "Shout (소리쳐!)"]


def test_two_people_are_two_names() -> None:
    made = asked("Which two hum?", "Gong Yoo and Kim Go-eun", "Ji Soo and Lee Min-ho")
    assert texts(native(made)) == ["공유 and 김고은", "지수 and 이민호"]
    assert texts(both(made))[1] == "Ji Soo (지수) and Lee Min-ho (이민호)"


def test_a_possessive_stays_with_its_name() -> None:
    made = asked("Who hums beside Lee Min-ho’s hero in *Goblin*’s end?")
    assert native(made).stem == "Who hums beside 이민호’s hero in *도깨비*’s end?"
    assert both(made).stem == "Who hums beside Lee Min-ho’s (이민호) hero in *Goblin*’s (도깨비) end?"


def test_the_longest_name_counts_and_only_whole_names() -> None:
    made = asked("Who hums to Lee Min-ho, Lee Min, Lee Min-hoon, Gong Yoon and Gong Yoo's Show?")
    assert native(made).stem == "Who hums to 이민호, 이민, Lee Min-hoon, Gong Yoon and Gong Yoo's Show?"


def test_what_somebody_said_stays_in_their_words() -> None:
    made = asked("Who hums?", story="He said “Lee Min-ho, *Goblin*!” to Lee Min-ho.")
    assert native(made).explanation == "He said “Lee Min-ho, *Goblin*!” to 이민호."


def test_only_those_whom_a_question_mentions_are_named_anew() -> None:
    made = question(
        options=options("Gong Yoo", "Kim Go-eun"),
        stem="Who hums to Lee Min?",
        mentions=frozenset({"person:gong-yoo", "person:kim-go-eun"}),
    )
    assert native(made).stem == "Who hums to Lee Min?"


@pytest.mark.parametrize(
    ("stem", "shown", "beside"),
    [
        ("Who hums in *Are You Human?*", "Who hums in *너도 인간*?", "Who hums in *Are You Human?* (너도 인간)?"),
        ("Who hums in *So What*?", "Who hums in *그래서?*", "Who hums in *So What* (그래서?)?"),
    ],
)
def test_a_question_keeps_one_mark_whatever_mark_a_title_has(stem: str, shown: str, beside: str) -> None:
    assert native(asked(stem)).stem == shown
    assert both(asked(stem)).stem == beside


def test_a_story_keeps_one_mark_whatever_mark_a_title_has() -> None:
    assert native(asked("Who?", story="He hums in *Shout*.")).explanation == "He hums in *소리쳐!*"
    assert native(asked("Who?", story="He hums in *Are You Human?*")).explanation == "He hums in *너도 인간*."


@pytest.mark.parametrize("names", OTHERS)
def test_where_one_option_has_no_native_name_none_is_shown_and_the_story_says_the_same(names: Names) -> None:
    made = asked("Who hums in *Goblin*?", "Gong Yoo", "Clara", story="Clara hummed to Gong Yoo and Lee Min.")
    shown = renamed(made, FACTS, names)
    assert texts(shown) == ["Gong Yoo", "Clara"]
    assert "도깨비" in shown.stem
    assert shown.explanation.startswith("Clara hummed to Gong Yoo and")
    assert "이민" in shown.explanation


def test_two_people_of_one_native_name_keep_the_names_that_tell_them_apart() -> None:
    made = asked("Who hums in *Goblin*?", "Ji Soo", "Jisoo")
    assert native(made) is made
    assert texts(both(made)) == ["Ji Soo (지수)", "Jisoo (지수)"]


@pytest.mark.parametrize("names", OTHERS)
def test_a_question_for_native_titles_stays_as_it_is(names: Names) -> None:
    made = asked("What is *Goblin* called in its own language?", "도깨비", "소리쳐!", kind="title")
    assert renamed(made, FACTS, names) is made


@pytest.mark.parametrize("names", OTHERS)
def test_a_title_that_sounds_like_an_option_stays_romanised(names: Names) -> None:
    made = asked("Who was it in *When the Camellia Blooms*?", "Kang Cheol", "Oh Dong-baek", kind="role")
    assert renamed(made, FACTS, names) is made
    elsewhere = asked("Who was it in *When the Camellia Blooms*?", "Kang Cheol", "Oh Hae-young", kind="role")
    assert "동백꽃" in renamed(elsewhere, FACTS, names).stem


def test_what_would_be_too_long_stays_romanised() -> None:
    long = "A Title of Words"
    facts = pack({**WORKS, "a-title-of-words": work(long, native_title="제목" * 23)}, people=PEOPLE)
    made = question(
        options=options(long, "Goblin", kind="work"),
        stem="Who hums where?",
        mentions=frozenset({"work:a-title-of-words", "work:goblin"}),
    )
    assert renamed(made, facts, "both") is made
    assert texts(renamed(made, facts, "native"))[1] == "도깨비"
    stem = "Who hums in *Goblin*, " + "on and on " * 25 + "?"
    assert both(asked(stem)).stem == stem
    assert native(asked(stem)).stem == stem.replace("Goblin", "도깨비")


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("오해영", "ohaeyeong"),
        ("녹두전", "nokdujeon"),
        ("왕", "wang"),
        ("씨앗", "ssiat"),
        ("힣", "hit"),
        ("W!", "W!"),
    ],
)
def test_hangul_is_romanised_by_syllables(hangul: str, latin: str) -> None:
    assert "".join(map(romanised, hangul)) == latin


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("조선로코 녹두전", "Jeon Nok-du", True),
        ("조선로코 녹두전", "Nokdu", True),
        ("미남이시네요", "Ko Mi-nam", True),
        ("개인의 취향", "Park Kae-in", True),
        ("이번 생은 처음이라", "Kim Go-eun", False),
        ("도깨비", "도깨비", True),
        ("Hae-ru of the sea", "하루", False),
    ],
)
def test_a_name_is_known_again_in_the_other_writing(one: str, other: str, known: bool) -> None:
    assert bool(heard(one) & heard(other)) == known


def kinds(shown: Question) -> set[str]:
    """How the options that name somebody or something are written."""
    named = [o.text for o in shown.options if o.entity.startswith(("person:", "work:"))]
    hangul = [any("가" <= letter <= "힣" for letter in text) for text in named]
    return {"hangul" if each else "latin" for each in hangul}


@pytest.mark.parametrize("names", OTHERS)
@pytest.mark.parametrize("name", shipped())
def test_every_third_question_stays_the_same_question_and_reads_well(name: str, names: Names) -> None:
    facts: Pack = bank_of(name).pack
    known, changed, total = names_of(facts), 0, 0
    for made in islice(every(name), None, None, 3):
        shown = renamed(made, facts, names)
        changed, total = changed + (shown != made), total + 1
        kept = ("id", "fact", "template", "answer", "work", "mentions", "sources", "difficulty")
        assert all(getattr(shown, field) == getattr(made, field) for field in kept)
        assert [(o.entity, o.certificate) for o in shown.options] == [
            (o.entity, o.certificate) for o in made.options
        ]
        assert len(set(texts(shown))) == len(shown.options), made.id
        assert len(kinds(shown)) <= 1, texts(shown)
        before = heard(made.stem) & heard(made.key.text)
        assert heard(shown.stem) & heard(shown.key.text) <= before, shown.stem
        assert list(faults(shown, known)) == []
    assert changed > 0.85 * total

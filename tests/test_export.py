"""Questions in the formats of other tools, in both ways that they can be asked for."""

import json
from collections.abc import Iterable, Iterator

import pytest
from dealing import bank_of

from questions.catalogue import everything, rounds
from questions.deck import deal
from questions.export import FORMATS, Dealt, export_format
from questions.question import DIFFICULTIES, Difficulty

FIELDS = """\
id pack version fact template level difficulty difficulty_score stem options answer work scene round position
explanation sources"""
WAYS = ("rounds", "everything")


def some(way: str, level: Difficulty = "medium") -> tuple[Dealt, ...]:
    bank = bank_of("kfilm")
    if way == "rounds":
        return tuple(rounds(bank, level=level, count=5, seed=7, number=3))
    return tuple(one for one, _ in zip(everything(bank, seed=7), range(300), strict=False))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_writes_the_same_text_again(name: str, way: str) -> None:
    written = "".join(FORMATS[name](some(way)))
    assert written
    assert written == "".join(FORMATS[name](some(way)))
    assert written.endswith("\n")
    written.encode()


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_tells_each_question_and_can_be_stopped(name: str) -> None:
    dealt = some("rounds")
    whole = "".join(FORMATS[name](dealt))
    for one in dealt:
        assert json.dumps(one.question.key.text, ensure_ascii=False)[1:-1] in whole
    assert next(iter(FORMATS[name](endless(dealt))))


def endless(dealt: tuple[Dealt, ...]) -> Iterator[Dealt]:
    while True:
        yield from dealt


def test_a_format_cannot_be_registered_twice() -> None:
    with pytest.raises(ValueError, match="two formats are called jsonl"):
        export_format("jsonl")(lambda dealt: iter(()))


@pytest.mark.parametrize("way", WAYS)
def test_a_line_of_jsonl_has_exactly_the_fields_of_a_question(way: str) -> None:
    dealt = some(way)
    lines = [json.loads(piece) for piece in FORMATS["jsonl"](dealt)]
    assert len(lines) == len(dealt)
    for line, one in zip(lines, dealt, strict=True):
        question = one.question
        assert set(line) == set(FIELDS.split())
        assert (line["level"], line["round"], line["position"]) == (one.level, one.round, one.position)
        assert [option["text"] for option in line["options"]] == [option.text for option in question.options]
        assert all(set(option) == {"text", "entity", "certificate"} for option in line["options"])
        assert all(set(source) == {"publisher", "title", "url"} for source in line["sources"])
        assert line["options"][line["answer"]]["certificate"] is None
        assert all(
            line[field] == getattr(question, field) for field in ("id", "stem", "fact", "scene", "work", "version")
        )
        assert 0 <= line["difficulty_score"] <= 1


def test_entities_are_keys_of_the_pack() -> None:
    kinds = {line["entity"].partition(":")[0] for line in options(some("everything"))}
    assert kinds <= {
        "person",
        "work",
        "act",
        "line",
        "script",
        "role",
        "episode",
        "year",
        "company",
        "basis",
        "title",
    }
    pairs = [line["entity"] for line in options(some("rounds")) if "+" in line["entity"]]
    assert all(pair == "person:" + "+".join(sorted(pair.removeprefix("person:").split("+"))) for pair in pairs)


def options(dealt: Iterable[Dealt]) -> Iterator[dict[str, str]]:
    for piece in FORMATS["jsonl"](dealt):
        yield from json.loads(piece)["options"]


@pytest.mark.parametrize("level", DIFFICULTIES)
def test_round_nought_is_what_is_played_and_the_next_is_that_of_the_next_seed(level: Difficulty) -> None:
    dealt, bank = some("rounds", level), bank_of("kfilm")
    for number in range(3):
        asked = tuple(one.question for one in dealt if one.round == number)
        assert asked == deal(bank, level=level, count=5, seed=7 + number)
    assert [one.position for one in dealt if one.round == 0] == [0, 1, 2, 3, 4]
    assert {one.level for one in dealt} == {level}


def test_everything_is_one_long_round_in_order() -> None:
    dealt = some("everything")
    assert [one.position for one in dealt] == list(range(len(dealt)))
    assert {one.round for one in dealt} == {0}
    assert all(one.level == one.question.difficulty for one in dealt)

"""Players who see names as they wish: wherever they play they do, and nothing that is kept or asked knows of it."""

from pathlib import Path
from typing import Any

import pytest
from asking import Script, game, question
from commands import SHORT, loaded
from dealing import bank_of
from guest import Guest
from msgspec.structs import replace
from packmaking import pack, person, work

from questions.bank import Bank
from questions.question import Names, Option, Question
from quiz import host, reviewing, settings, starting
from quiz.desk import Desk
from quiz.exits import Left
from quiz.history import flags
from quiz.host import Wish
from quiz.modes import CLASSIC, DAILY, TOGETHER, TURNS
from quiz.play import Ending, Final, News, Reveal, Verdict
from quiz.renaming import Renamed
from quiz.round import Round
from quiz.sitting import Sitting

BANK = bank_of("kdrama")
SAID = Wish("kdrama", "easy", 5, 7, "Ada")
ONES = [1] * 50
GOBLIN = pack(
    {"goblin": work("Goblin", native_title="도깨비", year=2016)},
    people=[person("Gong Yoo", native="공유"), person("Kim Go-eun", native="김고은")],
)
pytestmark = pytest.mark.usefixtures("dramas")


class Watcher(Guest):
    """Remembers every round that was shown."""

    def __init__(self, *arguments: Any, **said: Any) -> None:
        super().__init__(*arguments, **said)
        self.shown: list[Round] = []

    def ask(self, round_: Round) -> int | str | None:
        self.shown.append(round_)
        return super().ask(round_)

    def tell(self, news: News) -> None:
        if isinstance(news, Verdict):
            self.shown.append(news.round)
        super().tell(news)


def play(wish: Wish, mode: Any = CLASSIC, answers: Any = ONES) -> Watcher:
    watcher = Watcher(answers)
    (host.party if mode.party else host.play)(wish, watcher, asks=False, mode=mode)
    return watcher


def hangul(asked: Question) -> bool:
    """Whether a question is put under native names."""
    said = (asked.stem, *(option.text for option in asked.options))
    return asked.template != "native-title" and any("가" <= letter <= "힣" for text in said for letter in text)


def looked_at(round_: Round) -> Question:
    """The question that is open; the last one where none is."""
    return round_.questions[min(round_.asked, len(round_.questions) - 1)]


def two() -> Question:
    found = (Option("Gong Yoo", "person:gong-yoo", "C"), Option("Kim Go-eun", "person:kim-go-eun", None))
    return question(options=found, mentions=frozenset({*(o.entity for o in found), "work:goblin"}))


def test_the_question_that_is_open_and_the_one_just_answered_are_shown_under_other_names() -> None:
    script = Script([1])
    player = Renamed(script, GOBLIN, "native")
    asked = game(two(), two())
    assert player.ask(asked) == 1
    player.tell(Verdict(asked.answer(1, 1.0)))
    player.tell(Reveal((asked.answer(0, 1.0), asked.answer(1, 1.0))))
    verdict, reveal = script.told
    assert isinstance(verdict, Verdict)
    assert isinstance(reveal, Reveal)
    for round_ in (verdict.round, *reveal.rounds):
        assert [option.text for option in round_.questions[0].options] == ["공유", "김고은"]
    assert verdict.question == two()


def test_a_round_under_other_names_asks_scores_and_keeps_the_same() -> None:
    rounds = []
    for how in (None, "native", "both"):
        watcher = play(replace(SAID, names=how, name=f"Ada {how}"))
        assert any(hangul(looked_at(round_)) for round_ in watcher.shown) == (how is not None)
        ending = watcher.news[-1]
        assert isinstance(ending, Ending)
        rounds.append((ending.round.questions, [(a.chosen, a.points) for a in ending.round.answers], ending.again))
    assert rounds[0] == rounds[1] == rounds[2]


def test_the_end_names_what_to_watch_as_was_wished() -> None:
    told = {}
    for how in (None, "native", "both"):
        ending = play(replace(SAID, names=how), answers=[None] * 5).news[-1]
        assert isinstance(ending, Ending)
        told[how] = ending.summary.missed[0]
    missed = next(work for work in BANK.pack.works.values() if told[None].startswith(f"{work.title} ("))
    assert told[None] == f"{missed.title} ({missed.year})"
    assert told["native"] == f"{missed.native_title} ({missed.year})"
    assert told["both"] == f"{missed.title} ({missed.native_title}, {missed.year})"


def test_what_has_no_native_title_is_called_by_its_own() -> None:
    bank = Bank(pack({"bare": work("Bare", year=None), "old": work("Old", native_title="Old", year=1999)}))
    asked = [question(work="bare"), question(work="old")]
    ways: tuple[Names, ...] = ("native", "both")
    for how in ways:
        told = Sitting(bank, lambda: 0.0, how).titles(asked)
        assert told == {"bare": "Bare", "old": "Old (1999)"}


@pytest.mark.parametrize("mode", [TURNS, TOGETHER], ids=["in turns", "together"])
def test_several_at_one_keyboard_see_them_too(mode: Any) -> None:
    settings.change("names", "native")
    watcher = play(Wish("kdrama", "easy", 2, 7, players=("Ada", "Grace")), mode, [None] * 4)
    assert all(hangul(round_.question) for round_ in watcher.shown if not round_.answers)
    final = watcher.told[-1]
    assert isinstance(final, Final)
    assert any("가" <= letter <= "힣" for title in final.missed for letter in title)


def test_the_round_of_a_day_is_the_same_for_everyone() -> None:
    shown = [play(Wish("kdrama", name=f"Ada {how}", names=how), DAILY) for how in (None, "both")]
    one, two = (each.news[-1].round for each in shown)
    assert one.questions == two.questions


def test_a_review_shows_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "any_seed", lambda: 7)
    play(SAID, answers=[None] * 5)
    later = host.today().replace(year=host.today().year + 1)
    watcher = Watcher(ONES)
    reviewing.review(Desk(host.store(), "Ada", BANK, later), host.store(), watcher, "kdrama", names="both")
    assert watcher.shown
    assert any(hangul(looked_at(round_)) for round_ in watcher.shown)


def test_a_round_left_under_one_name_goes_on_under_another() -> None:
    with pytest.raises(Left):
        play(replace(SAID, names="native"), answers=[1, 1])
    went_on = play(Wish("kdrama", name="Ada", resume=True))
    whole = play(replace(SAID, name="Grace"))
    assert went_on.news[-1].round.questions == whole.news[-1].round.questions


class Flagging(Watcher):
    """Flags what was judged, as both players do."""

    def tell(self, news: News) -> None:
        super().tell(news)
        if isinstance(news, Verdict) and self.notes:
            self.notes.flag(news.question, "")


def test_what_is_flagged_is_kept_as_it_was_dealt() -> None:
    watcher = Flagging(ONES)
    host.play(replace(SAID, names="native"), watcher, asks=False)
    dealt = watcher.news[-1].round.questions
    assert sorted(flag.stem for flag in flags(host.store())) == sorted(each.stem for each in dealt)


def renamers(home: Path, *words: str) -> set[str]:
    """What a command loads of the modules that put names under others."""
    return loaded(home, *SHORT, *words) & {"quiz.renaming", "quiz.naming"}


def test_only_those_who_wish_other_names_pay_for_them(home: Path) -> None:
    assert renamers(home) == set()
    assert renamers(home, "--names", "both") == {"quiz.renaming", "quiz.naming"}

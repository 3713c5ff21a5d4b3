"""What was missed comes back: in the same sitting, and on its days; said where nothing is due."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dealing import bank_of
from guest import Guest

from quiz import host, recall, reviewing
from quiz.desk import Desk
from quiz.exits import Left, Refused
from quiz.host import Wish
from quiz.play import Ending, Verdict
from quiz.recall import Recall
from quiz.round import Round
from quiz.store import Filters, Store

BANK = bank_of("kdrama")
SAID = Wish("kdrama", "easy", 5, 7, "Ada")
START = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Calendar:
    """A day that stays until it is told to pass."""

    def __init__(self) -> None:
        self.now = START

    def today(self) -> date:
        return self.now.astimezone().date()

    def later(self, days: int) -> None:
        self.now = START + timedelta(days)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture(autouse=True)
def dated(home: Path, dramas: None, calendar: Calendar, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything happens on the day of the calendar."""
    monkeypatch.setattr(host, "today", calendar.today)
    monkeypatch.setattr(host, "store", lambda: Store(home / "scores.sqlite3", lambda: calendar.now))


class Knowing(Guest):
    """Answers right but at these places of the first round."""

    def __init__(self, *missed: int, **said: Any) -> None:
        super().__init__([], **said)
        self._missed, self.rounds_seen = missed, [object()]

    def ask(self, round_: Round) -> int | None:
        first = round_.terms.mode != "review"
        return None if first and round_.asked in self._missed else round_.question.answer


def play(*missed: int, **said: Any) -> Knowing:
    guest = Knowing(*missed, **said)
    host.play(SAID, guest, asks=True)
    return guest


def review(guest: Guest | None = None, count: int | None = None) -> Guest:
    """Reviews as Ada, who knows everything unless somebody else sits there."""
    guest = guest or Knowing()
    store = host.store()
    reviewing.review(Desk(store, "Ada", BANK, host.today()), store, guest, "kdrama", count)
    return guest


def facts(guest: Guest, last: bool = True) -> list[str]:
    endings = [news for news in guest.news if isinstance(news, Ending)]
    return [question.fact for question in endings[-1 if last else 0].round.questions]


def test_nothing_missed_nothing_due() -> None:
    play()
    assert review().said == ["To review: nothing; what you miss comes back the next day"]


def test_what_was_missed_is_due_the_next_day_in_another_way(calendar: Calendar) -> None:
    first = play(1, 3)
    assert review().said == ["To review: nothing until tomorrow"]
    calendar.later(1)
    guest = review()
    assert guest.said == ["2 facts that you missed, asked in another way."]
    asked = {question.fact: question for question in first.news[-1].round.questions}
    again = list(guest.news[-1].round.questions)
    assert {question.fact for question in again} == {list(asked)[1], list(asked)[3]}
    for question in again:
        before = asked[question.fact]
        assert (question.template, question.options) != (before.template, before.options)


def test_what_is_known_comes_back_after_3_7_14_and_30_days_and_then_no_more(calendar: Calendar) -> None:
    play(1)
    day, gaps = 0, []
    for later in range(1, 80):
        calendar.later(later)
        guest = review()
        if guest.news:
            gaps.append(later - day)
            day = later
    assert gaps == [1, 3, 7, 14, 30]


def test_what_is_missed_in_a_review_is_due_the_next_day(calendar: Calendar) -> None:
    play(1)
    calendar.later(1)
    review(Guest([None]))
    assert review().said == ["To review: nothing until tomorrow"]
    calendar.later(2)
    assert len(facts(review())) == 1


def test_a_review_has_no_points_and_stands_on_no_board(calendar: Calendar) -> None:
    play(1)
    calendar.later(1)
    ending = review().news[-1]
    assert isinstance(ending, Ending)
    assert ending.round.points == 0
    assert ending.standing is not None
    assert ending.standing.place is None
    assert [score.mode for score in host.store().scores(Filters())] == ["classic"]


def test_a_review_is_no_longer_than_was_said_and_tells_how_many_wait(calendar: Calendar) -> None:
    play(0, 1, 2, 3)
    calendar.later(1)
    guest = review(count=2)
    assert guest.said == ["2 facts that you missed, asked in another way. 2 more wait after them."]
    assert len(facts(guest)) == 2
    assert len(facts(review())) == 2


def test_one_who_leaves_a_review_keeps_what_was_answered(calendar: Calendar) -> None:
    play(0, 1)
    calendar.later(1)
    with pytest.raises(Left, match="left after 1 of 2; what you did not get to comes back"):
        review(Leaver(1))
    assert len(facts(review())) == 1


class Leaver(Knowing):
    """Leaves after so many answers."""

    def __init__(self, answers: int) -> None:
        super().__init__()
        self._left = answers

    def ask(self, round_: Round) -> int | None:
        self._left -= 1
        if self._left < 0:
            raise Left
        return super().ask(round_)


def test_what_was_missed_can_be_had_once_more_at_the_end_unscored() -> None:
    guest = play(1, 3, then=["missed"])
    assert guest.said == ["Once more what you missed, asked in another way; nothing is scored."]
    endings = [news for news in guest.news if isinstance(news, Ending)]
    assert [ending.round.terms.mode for ending in endings] == ["classic", "review"]
    first = endings[0].round.questions
    assert [question.fact for question in endings[1].round.questions] == [first[1].fact, first[3].fact]
    assert guest.missed == 0


def test_once_more_does_not_put_off_the_day_on_which_it_comes_back(calendar: Calendar) -> None:
    play(1, then=["missed"])
    calendar.later(1)
    assert len(facts(review())) == 1


def test_what_is_missed_once_more_can_be_had_again() -> None:
    class Stubborn(Guest):
        def ask(self, round_: Round) -> int | None:
            return None if round_.asked == 0 else round_.question.answer

    guest = Stubborn([], then=["missed", "missed"])
    host.play(SAID, guest, asks=True)
    assert [len(n.round.questions) for n in guest.news if isinstance(n, Ending)] == [5, 1, 1]
    assert guest.missed == 1


def test_after_once_more_another_round_can_follow() -> None:
    guest = play(1, then=["missed", "round"])
    modes = [news.round.terms.mode for news in guest.news if isinstance(news, Ending)]
    assert modes == ["classic", "review", "classic"]


def test_no_question_of_a_review_tells_another(calendar: Calendar) -> None:
    from questions.deck import enemies

    host.play(Wish("kdrama", "hard", 20, 3, "Ada"), Knowing(*range(20)), asks=False)
    calendar.later(1)
    asked = review().news[-1].round.questions
    assert len(asked) >= 12
    assert not any(enemies(a, b) for i, a in enumerate(asked) for b in asked[:i])


def test_a_store_that_cannot_be_read_is_refused_in_a_line(home: Path) -> None:
    home.mkdir()
    (home / "scores.sqlite3").write_text("not a database " * 100)
    with pytest.raises(
        Refused, match=r"the scores cannot be read: .*: file is not a database; move that file away"
    ):
        review()


def test_verdicts_of_a_review_say_nothing_of_points(calendar: Calendar) -> None:
    from quiz import wording

    play(1)
    calendar.later(1)
    verdict = review().news[0]
    assert isinstance(verdict, Verdict)
    assert wording.judged(verdict.round) == "right"
    assert wording.scored(verdict.round) == "1 of 1 right"


def test_what_a_review_asks_is_written_and_read_again() -> None:
    wanted = [Recall("goblin/rain", "easy", ("who-said", "which-line")), Recall("a@b+c@d", "hard", ())]
    assert recall.recalls(recall.flags(wanted)) == wanted
    with pytest.raises(ValueError, match="not in tuple"):
        recall.recalls("--recall goblin/rain,silly,who-said")

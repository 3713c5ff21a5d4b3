"""What the terminal shows, as Rich renderables made from the state of play; prints nothing.

Texts name their styles by the parts that `themes` has: a console must know a theme to draw them.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from questions.question import Citation, Question
from quiz import modes, wording
from quiz.play import Ending, Final
from quiz.round import Round
from quiz.summary import Tally, best_streak

if TYPE_CHECKING:
    from quiz.store import Score

BAR = 20
"""The most cells in a bar."""


def title(said: str) -> Text:
    """The line at the very top, before there is a round."""
    return Text.assemble(("Unscripted", "brand"), (f" · {said}", "faint"))


def emphasised(text: str, style: str = "") -> Text:
    """The text with titles of works, which stand between asterisks, in italics."""
    out = Text(style=style)
    for i, part in enumerate(wording.EMPHASIS.split(text)):
        out.append(part, "title" if i % 2 else "")
    return out


def question(round_: Round, tracked: bool = False) -> RenderableType:
    """The header and the stem, with how far the player is where that is `tracked`; the options are the menu's."""
    header = [Text(wording.header(round_), "header")]
    marks, words = modes.of(round_).track(round_)
    if tracked and marks:
        header.append(Text(f"{marks}  {words}", "header"))
    return Group(*header, "", emphasised(round_.question.stem, "stem"), "")


class Amount(NamedTuple):
    """How much of a verdict is shown.

    `beside` is what stands beside the story: of what a wrong choice was the truth, and the titles of sources.
    """

    question: bool = True
    judged: bool = True
    beside: bool = True
    addresses: bool = True
    sources: int = wording.SOURCES


def answered(round_: Round, shared: bool = False) -> RenderableType:
    """The question just answered, its options marked; where it was `shared`, without the choice of one player."""
    before = Round(round_.terms, round_.questions, round_.answers[:-1])
    return Group(question(before), _marked(round_, shared), "")


def _marked(round_: Round, shared: bool) -> Table:
    asked, answer = round_.questions[round_.asked - 1], round_.answers[-1]
    grid = Table.grid(padding=(0, 1))
    for i, option in enumerate(asked.options):
        mark, style = ("✓", "right") if i == asked.answer else (" ", "faint")
        if i == answer.chosen and not answer.right and not shared:
            mark, style = "✗", "chosen"
        grid.add_row(Text(mark, style), Text(f"{i + 1})", style), Text(option.text, style))
    return grid


def verdict(round_: Round, amount: Amount) -> RenderableType:
    """The judgement, the story and its sources; the answer too where the question is not shown."""
    answer = round_.answers[-1]
    mark, style = ("✓", "right") if answer.right else ("✗", "wrong")
    parts: list[RenderableType] = [Text(f"{mark} {wording.judged(round_)}", style)] if amount.judged else []
    return Group(*parts, *_story(round_.questions[round_.asked - 1], amount, wording.mistaken(round_)))


def _story(asked: Question, amount: Amount, mistaken: str = "") -> Iterator[RenderableType]:
    if amount.judged and not amount.question:
        yield Text.assemble("The answer: ", (asked.key.text, "strong"))
    if asked.explanation:
        yield emphasised(asked.explanation)
    if mistaken and amount.beside:
        yield emphasised(mistaken)
    yield from (_source(source, amount) for source in asked.sources[: amount.sources])


def reveal(rounds: Sequence[Round], amount: Amount) -> RenderableType:
    """What each of several players made of a question, and its story."""
    asked = rounds[0].questions[rounds[0].asked - 1]
    styles = {True: "right", False: "wrong"}
    replies = [Text(wording.replied(each), styles[each.answers[-1].right]) for each in rounds]
    return Group(*replies, *_story(asked, amount))


def final(news: Final) -> RenderableType:
    """The scoreboard of several players."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="faint")
    for name in ("", "player", "points", "right", "best streak"):
        table.add_column(name, justify="left" if name == "player" else "right", overflow="fold")
    for place, round_ in news.places:
        right, streak = f"{round_.right}/{round_.asked}", str(best_streak(round_.answers))
        cells = (str(place), round_.terms.player, wording.number(round_.points), right, streak)
        table.add_row(*cells, style="strong" if place == 1 else "")
    parts: list[RenderableType] = [Text(f"The round is over: {wording.won(news)}", "heading"), "", table, ""]
    if news.trouble:
        parts.append(Text(wording.unkept(news.trouble), "notice"))
    if news.missed:
        parts.append(Text(f"to watch next: {wording.listed(news.missed, 3)}"))
    parts.append(Text.assemble(("same questions: ", "faint"), news.again))
    return Group(*parts)


def _source(source: Citation, amount: Amount) -> Text:
    line = Text(wording.cited(source) if amount.beside else source.publisher, "faint")
    line.stylize(Style(link=source.url))
    return Text.assemble(line, (f"\n{source.url}", "faint")) if amount.addresses and source.url else line


def ending(news: Ending, compact: bool = False, most: int = 5) -> RenderableType:
    """The end of a round; `compact` for a low screen has no bars; at `most` so many works are named to watch."""
    summary = news.summary
    parts: list[RenderableType] = [
        Text(f"{modes.of(news.round).fate(news.round)}: {wording.scored(news.round)}", "heading")
    ]
    if news.standing:
        parts.append(Text(wording.placed(news.standing, news.round), "strong"))
        if run := wording.run(news):
            parts.append(Text(run, "strong"))
    if news.trouble:
        parts.append(Text(wording.unkept(news.trouble), "notice"))
    streak = f"best streak {summary.best_streak}"
    if compact:
        tallies = (f"{tally.name} {tally.right}/{tally.of}" for tally in (*summary.levels, *summary.kinds))
        parts.append(Text(" · ".join((streak, *tallies))))
    else:
        parts += [streak, "", _bars((*summary.levels, *summary.kinds)), ""]
    if summary.missed:
        parts.append(Text(f"to watch next: {wording.listed(summary.missed, most)}"))
    if modes.of(news.round).scored:
        parts.append(Text.assemble(("same questions: ", "faint"), news.again))
        parts.append(Text.assemble(("to share: ", "faint"), summary.share))
    return Group(*parts)


def _bars(tallies: Iterable[Tally]) -> Table:
    grid = Table.grid(padding=(0, 1))
    for tally in tallies:
        cells = min(tally.of, BAR)
        full = round(tally.right * cells / tally.of)
        grid.add_row(
            tally.name,
            Text("✓" * full, "bar") + Text("░" * (cells - full), "faint"),
            f"{tally.right}/{tally.of}",
        )
    return grid


def keys(round_: Round) -> RenderableType:
    """What each key does."""
    grid = Table.grid(padding=(0, 2))
    for key, meaning in wording.keys(round_):
        grid.add_row(Text(key, "strong"), meaning)
    return Padding(grid, (0, 0, 1, 0))


def board(scores: "Sequence[Score]", mine: str | None) -> RenderableType:
    """One board's table; the lines of the player `mine` are marked."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="faint")
    for name in ("", "player", "points", "right", "when"):
        left = name in ("player", "when")
        table.add_column(name, justify="left" if left else "right", overflow="fold", no_wrap=name != "player")
    for score in scores:
        own = mine is not None and score.player.casefold() == mine.casefold()
        cells = (str(score.place), f"{'> ' if own else ''}{score.player}", wording.number(score.points))
        table.add_row(*cells, wording.hits(score, "/"), score.finished[:10], style="strong" if own else "")
    return Group(Text(wording.board(scores[0]), "heading"), table, "")

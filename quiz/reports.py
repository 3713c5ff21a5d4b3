"""The statistics, shown: as tables and a curve for people, as plain lines, as one object for tools."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from quiz import wording
from quiz.statistics import Day, Statistics
from quiz.summary import Tally

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

EMPTY = "No answers yet. Play a round to fill this: quiz play"
STEPS = "▁▂▃▄▅▆▇"
"""The heights of the curve, from nothing right to everything."""
CURVE = 30
"""The most days in the curve: the latest."""
WORKS = 8
"""How many works are listed: those most often asked about."""
BAR = 20


def percent(right: int, of: int) -> str:
    return f"{100 * right / of:.0f} %"


def curve(days: Sequence[Day]) -> str:
    """A letter for each day, the higher the more was right."""
    return "".join(STEPS[day.right * (len(STEPS) - 1) // day.of] for day in days[-CURVE:])


def headline(told: Statistics) -> list[str]:
    """The figures that are no tables, a line each."""
    share = percent(told.right, told.answers)
    unknown = f", {wording.number(told.unknown)} of them by “don’t know”" if told.unknown else ""
    missed = told.answers - told.right
    lines = [
        f"{wording.plural(told.rounds, 'round')}, {wording.plural(told.answers, 'answer')}: {share} right",
        f"Missed: {wording.number(missed)}{unknown}",
        f"Best streak: {told.best_streak} right in a row",
        f"Days in a row: {told.days_running} (the most: {told.most_days_running})",
    ]
    left = told.left
    lines.append(
        f"Met: {wording.number(left.moments)} of {wording.plural(left.of_moments, 'moment')},"
        f" {wording.number(left.others)} of {wording.plural(left.of_others, 'other fact')}"
    )
    return lines


def coming(due: int, next_: date | None, today: date) -> str:
    """What waits to be asked again."""
    if due:
        return f"To review now: {wording.plural(due, 'fact')} (quiz review)"
    if next_ is None:
        return "To review: nothing; what you miss comes back the next day"
    return f"To review: nothing until {day(next_, today)}"


def day(when: date, today: date) -> str:
    """`tomorrow`, `26 November`, `3 January 2027`."""
    if (when - today).days == 1:
        return "tomorrow"
    year = "" if when.year == today.year else f" {when.year}"
    return f"{when.day} {when:%B}{year}"


def sections(told: Statistics) -> list[tuple[str, Sequence[Tally]]]:
    return [
        ("By level", told.levels),
        ("By question", told.templates),
        ("By decade", told.decades),
        ("Asked most", told.works[:WORKS]),
    ]


def plain(told: Statistics, review: str) -> list[str]:
    """All of it as lines of text."""
    lines = [f"Statistics of {told.player}, pack {told.pack}", *headline(told), review]
    for title, tallies in sections(told):
        lines.append(f"{title}:")
        lines.extend(
            f"{tally.name}: {tally.right} of {tally.of}, {percent(tally.right, tally.of)}" for tally in tallies
        )
    lines.append("By day:")
    lines.extend(f"{each.day}: {each.right} of {each.of}" for each in told.days[-CURVE:])
    return lines


def drawn(told: Statistics, review: str) -> "list[RenderableType]":
    """All of it for a terminal, in parts that belong together."""
    from rich.console import Group
    from rich.text import Text

    days = told.days[-CURVE:]
    parts: list[RenderableType] = [
        Group(Text(f"{told.player} · {told.pack}", "heading"), *headline(told), review, ""),
        Group(Text("Right answers, day by day", "strong"), curve(days), f"{days[0].day} to {days[-1].day}", ""),
    ]
    parts.extend(Group(Text(title, "strong"), _table(tallies), "") for title, tallies in sections(told))
    return parts


def pages(told: Statistics, review: str, console: "Console") -> "list[list[RenderableType]]":
    """The parts, as many on each screen as fit."""
    found: list[list[RenderableType]] = [[]]
    room = most = console.height - 2
    for part in drawn(told, review):
        lines = len(console.render_lines(part))
        if lines > room and found[-1]:
            found.append([])
            room = most
        found[-1].append(part)
        room -= lines
    return found


def _table(tallies: Sequence[Tally]) -> "RenderableType":
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1))
    grid.add_column(overflow="fold", max_width=34)
    grid.add_column(no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    for tally in tallies:
        full = round(BAR / 2 * tally.right / tally.of)
        bar = Text("✓" * full, "bar") + Text("░" * (BAR // 2 - full), "faint")
        grid.add_row(tally.name, bar, f"{tally.right}/{tally.of}", percent(tally.right, tally.of))
    return grid

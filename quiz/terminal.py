"""A player at a terminal: one key answers, and the terminal is left as it was found.

Questionary is loaded only once the first question is on the screen.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from rich.console import Console, RenderableType
from rich.control import Control
from rich.segment import ControlType
from rich.text import Text

from quiz import keys, lean, modes, themes, view, wording
from quiz.curtain import ROOMY, SMALLEST, TITLE
from quiz.exits import Left
from quiz.play import Ending, News, Next, Reveal, Verdict
from quiz.round import Round
from quiz.view import Amount

if TYPE_CHECKING:
    from quiz.notebook import Notebook
    from quiz.statistics import Statistics
    from quiz.store import Score

T = TypeVar("T")
LETTERS = "abcd"
INDENT = 6
"""Cells before an option's text: the pointer, its number, and blanks."""
WIDE = 76
"""Cells from which prompts say everything in full."""
HELP, UNWATCHED, FLAG = object(), object(), object()
_LEAST = Amount(question=False, addresses=False, sources=1)
AMOUNTS = (
    Amount(),
    Amount(addresses=False),
    Amount(question=False),
    Amount(question=False, addresses=False),
    _LEAST,
    _LEAST._replace(beside=False),
    _LEAST._replace(beside=False, judged=False),
)
"""How much of a verdict is shown, most first. Where the last is too long too, it scrolls."""
GO_ON = "any key goes on"


class Terminal:
    """Draws on `console`; reads keys from the terminal that prompt_toolkit finds."""

    draws = True

    def __init__(
        self, console: Console, painted: os.terminal_size | None = None, theme: themes.Name = themes.DEFAULT
    ) -> None:
        """`painted` says that the first question is on the screen already, and for a window of what size."""
        self._console, self._painted, self._theme = console, bool(painted), theme
        self._window = painted or shutil.get_terminal_size()
        console.push_theme(themes.for_rich(theme))
        self._said: str | None = None
        self.notes: Notebook | None = None
        if not painted:
            console.clear()
            console.print(view.title(TITLE))

    def ask(self, round_: Round) -> int | str | None:
        timer = keys.Countdown(round_.terms.timer) if round_.terms.timer else None
        texts = {i: round_.question.options[i].text for i in round_.shown}
        bound: dict[str, Any] = {LETTERS[i]: i for i in texts}
        bound |= {key: line.name for key, line in modes.offered(round_).items()}
        shown: list[RenderableType] = [view.question(round_, self._console.height >= ROOMY)]
        while True:
            if not self._painted:
                self._paint(*shown)
            self._painted = False
            said = self._menu(self._hint(round_), texts, {**bound, "0": None, "?": HELP}, timer=timer)
            if said is HELP:
                both = [view.question(round_, self._console.height >= ROOMY), view.keys(round_)]
                shown = both if self._fits(both, len(texts) + 2) else both[1:]
            elif said is not keys.RESIZED:
                return said if isinstance(said, int | str) else None

    def tell(self, news: News) -> None:
        if isinstance(news, Verdict | Reveal):
            while self._judge(news) is keys.RESIZED:
                pass
        else:
            self._paint(self._ending(news) if isinstance(news, Ending) else view.final(news))

    def again(self, missed: int = 0) -> Next | None:
        """What the player wants next; None where they leave."""
        prompt = wording.after(missed, wide=self._console.width >= WIDE)
        bound = {"r": "round", **({"m": "missed"} if missed else {})}
        wanted = keys.RESIZED
        try:
            while wanted is keys.RESIZED:
                self._window = shutil.get_terminal_size()
                wanted = self._key(prompt, bound)
        except Left:
            return None
        return "round" if wanted == "round" else "missed" if wanted == "missed" else None

    def choose(self, prompt: str, choices: Sequence[tuple[T, str]], default: T) -> T:
        """One of the labelled choices, by one key or by arrows and Enter."""
        at = next((i for i, (value, _) in enumerate(choices) if value == default), 0)
        labels = [label for _, label in choices]
        chosen = keys.RESIZED
        while chosen is keys.RESIZED:
            self._paint(view.title(TITLE), "")
            asked = f"{prompt} (1-{len(labels)}, q leaves)"
            chosen = self._menu(asked, dict(enumerate(labels)), {}, at)
        assert isinstance(chosen, int)  # noqa: S101 - the menu's values are the places of its labels
        return choices[chosen][0]

    def name(self, prompt: str, default: str) -> str:
        """A line of text; an empty one takes the default."""
        self._paint(view.title(TITLE), "")
        asked = self._wrapped(wording.offered(prompt, default), 1)
        return self._line(asked, {}).strip() or default

    def read(self, lines: Sequence[str]) -> None:
        """Lines to read, until a key."""
        self._show(*lines, "")

    def boards(self, boards: "Sequence[Sequence[Score]]", mine: str | None) -> None:
        """The high scores, until a key."""
        self._show(*(view.board(board, mine) for board in boards))

    def statistics(self, told: "Statistics", review: str) -> None:
        """What the player knows, screen by screen, until a key."""
        from quiz import reports

        pages = reports.pages(told, review, self._console) if told.answers else [[reports.EMPTY]]
        for page in pages:
            self._show(*page)

    def say(self, line: str) -> None:
        """Shows a line above whatever is painted next."""
        self._said = line

    def _hint(self, round_: Round) -> str:
        shown = [str(i + 1) for i in round_.shown]
        numbers = " or ".join(shown) if round_.hidden else f"1-{len(shown)}"
        hint = f"{numbers}, 0 {modes.of(round_).zero[0]}, ? keys, q leave"
        if self._console.width < 60:
            return hint
        return "Press " + ", ".join(filter(None, [hint, wording.helps(round_)]))

    def _show(self, *what: RenderableType) -> None:
        self._paint(*what)
        while self._key(GO_ON, {}) is keys.RESIZED:
            self._paint(*what)

    def _judge(self, news: Verdict | Reveal) -> Any:
        notes = self.notes if isinstance(news, Verdict) else None
        bound = {"u": UNWATCHED, "!": FLAG} if notes else {}
        go_on = GO_ON + (self._note_keys() if notes else "")
        amount, shown = self._verdict(news)
        self._paint(*shown)
        told = wording.told(news.round) if isinstance(news, Verdict) else wording.key(news.rounds[0])
        said = self._key(go_on if amount.judged else f"{self._wrapped(told, 1)}\n {go_on}", bound)
        while notes and isinstance(news, Verdict) and said in (UNWATCHED, FLAG):
            question = news.question
            noted = notes.unwatched(question) if said is UNWATCHED else notes.flag(question, self._word())
            # On a screen of its own: it must not scroll away above a long story.
            self._paint(told, "", noted, "")
            said = self._key(go_on, bound)
        return said

    def _note_keys(self) -> str:
        return wording.NOTE_KEYS if self._console.width >= WIDE else wording.SHORT_NOTE_KEYS

    def _word(self) -> str:
        """What the player has to say about a question; nothing where they think better of it."""
        return self._line("What is wrong? (or just Enter)", {"escape": ""})

    def _line(self, prompt: str, bound: Mapping[str, Any]) -> str:
        line = lean.text(prompt, qmark="", style=self._style(), erase_when_done=True)
        return str(keys.run(line.application, bound))

    def _roomy(self) -> None:
        """Comes back when the window is large enough, and says for what size it is drawn on."""
        width, height = SMALLEST
        self._window = shutil.get_terminal_size()
        while self._console.width < width or self._console.height < height:
            self._console.clear()
            self._console.print(f"Too small: make this window at least {width}x{height}.")
            self._key("any key looks again", {})
            self._window = shutil.get_terminal_size()

    def _paint(self, *what: RenderableType) -> None:
        self._roomy()
        # All at once: a screen that is half drawn is seen.
        with self._console:
            self._console.clear()
            if self._said:
                self._console.print(self._said, style="notice")
                self._said = None
            self._console.print(*what, sep="\n")

    def _verdict(self, news: Verdict | Reveal) -> tuple[Amount, list[RenderableType]]:
        """As much as the screen holds: with the question or, where that is too long, without."""
        for amount in AMOUNTS:
            if isinstance(news, Verdict):
                parts = [view.answered(news.round)] if amount.question else []
                parts.append(view.verdict(news.round, amount))
            else:
                parts = [view.answered(news.rounds[0], shared=True)] if amount.question else []
                parts.append(view.reveal(news.rounds, amount))
            if self._fits(parts):
                break
        return amount, parts

    def _ending(self, news: Ending) -> RenderableType:
        """As much as the screen holds: with bars, or with fewer and fewer works to watch."""
        for compact, most in ((False, 5), (False, 2), (True, 5), (True, 3), (True, 1)):
            shown = view.ending(news, compact, most)
            if self._fits([shown]):
                break
        return shown

    def _fits(self, parts: Sequence[RenderableType], below: int = 1) -> bool:
        """Whether the parts leave room for so many lines below them."""
        lines = sum(len(self._console.render_lines(part)) for part in (*parts, *filter(None, [self._said])))
        return lines < self._console.height - below

    def _wrapped(self, text: str, indent: int) -> str:
        """The text over as many lines as it needs, those after the first indented: prompts cut what is wider."""
        lines = Text(text).wrap(self._console, self._console.width - indent - 1)
        return ("\n" + " " * indent).join(line.plain.rstrip() for line in lines)

    def _menu(
        self,
        prompt: str,
        texts: Mapping[int, str],
        bound: Mapping[str, Any],
        at: int = 0,
        timer: keys.Countdown | None = None,
    ) -> Any:
        questionary = lean.questionary()
        choices = [
            questionary.Choice(self._wrapped(text, INDENT), value=i, shortcut_key=str(i + 1))
            for i, text in texts.items()
        ]
        menu = questionary.select(
            prompt,
            choices=choices,
            default=choices[at],
            qmark="",
            pointer=">",
            instruction=" ",
            style=self._style(),
            use_shortcuts=True,
            use_jk_keys=False,
            erase_when_done=True,
        )
        numbers = {str(i + 1): i for i in texts}
        return keys.run(menu.application, {**numbers, "q": keys.LEAVE, **bound}, self._window, timer)

    def _key(self, prompt: str, bound: Mapping[str, Any]) -> Any:
        """What is bound to the next key, asked for in a line or more that then go away."""
        asked = Text(f" {prompt} ", "question")
        above = len(self._console.render_lines(asked)) - 1
        erased = (ControlType.ERASE_IN_LINE, 2)
        up = ((ControlType.CURSOR_UP, 1), erased)
        away = Control(ControlType.CARRIAGE_RETURN, erased, *up * above)
        self._console.print(asked, end="")
        try:
            return keys.pressed({"q": keys.LEAVE, **bound}, self._window)
        finally:
            self._console.control(away)

    def _style(self) -> Any:
        return themes.for_prompts(self._theme)

"""The ways out of the game that are no errors of the program."""


class Left(Exception):  # noqa: N818 - no error
    """The player left; what was answered before is kept. A text, where there is one, is for the player."""


class Ended(Left):
    """The input ended: there is nobody to ask any more."""


class Refused(Exception):  # noqa: N818 - no error
    """What was asked for cannot be done: each of `lines` says what is wrong, and what to do about it."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))

"""Wrong usage: what the player asked for cannot be done."""


class Refused(Exception):  # noqa: N818 - no error of the program
    """Each of `lines` says what is wrong and what to do about it."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines
        super().__init__("\n".join(lines))

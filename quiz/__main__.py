"""`python -m quiz`, and the command `quiz`."""

import gc


def main() -> None:
    # Hardly anything that loading makes is garbage, and to look for it takes a tenth of the time.
    gc.disable()
    from quiz.lean import without

    # It would be loaded for what every Python that the game runs on has itself.
    with without("typing_extensions"):
        import msgspec  # noqa: F401 - loaded here, while what it would drag in is hidden

    from quiz.cli import main

    gc.freeze()
    gc.enable()
    main()


if __name__ == "__main__":
    main()

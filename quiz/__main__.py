"""`python -m quiz`, and the command `quiz`."""

import gc


def main() -> None:
    # Hardly anything that loading makes is garbage, and to look for it takes a tenth of the time.
    gc.disable()
    from quiz.cli import main

    gc.freeze()
    gc.enable()
    main()


if __name__ == "__main__":
    main()

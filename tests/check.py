"""Everything that must hold before a change lands: style, types, the direction of imports, tests with coverage.

Runs each check with the tools of the Python that runs it, on the checkout, and says at the end which failed. The
tests import the installed `quiz` and `questions`, be they a wheel or this checkout.
"""

import subprocess
import sys
from pathlib import Path

TOOLS = Path(sys.executable).parent

CHECKS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
    "tests": ["pytest", "-q", "-n", "2", "--cov", "--cov-report", "term-missing"],
}


def main() -> int:
    failed = []
    for name, (tool, *words) in CHECKS.items():
        print(f"\n== {name}: {tool} {' '.join(words)}", flush=True)
        if subprocess.run([TOOLS / tool, *words], check=False, cwd=Path(__file__).parents[1]).returncode:
            failed.append(name)
    print(f"\n{'all checks hold' if not failed else 'failed: ' + ', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())

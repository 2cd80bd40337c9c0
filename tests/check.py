# SPDX-License-Identifier: MIT
"""Check everything: `python -m tests.check [--cover] [--fix] [--without-tests] [for pytest …]`.

Formatting, lint, types, the floors of the package, and the tests. Prints one line for each and
says at the end what failed. `--cover` measures branches, too; `--fix` formats and mends first.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = [sys.executable, "-m"]


def steps(*, cover: bool, extra: list[str]) -> dict[str, list[str]]:
    """Return the commands by name, the quick ones first."""
    processes = str(max(2, min(os.cpu_count() or 2, 8)))
    tests = [*PYTHON, "pytest", "-q", "-n", processes, "--dist", "worksteal"]
    if cover:
        tests += ["--cov", "--cov-branch", "--cov-report", "term:skip-covered"]
    return {
        "format": [*PYTHON, "ruff", "format", "--check", "."],
        "lint": [*PYTHON, "ruff", "check", "."],
        "floors": [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
        ],
        "types": [*PYTHON, "mypy"],
        "tests": [*tests, *extra],
    }


def run(name: str, command: list[str], environment: dict[str, str]) -> bool:
    """Run one command; show what it says only when it fails, or when it is the tests."""
    started = time.monotonic()
    shown = name == "tests"
    answer = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=not shown, text=True, check=False
    )
    passed = answer.returncode == 0
    if not passed and not shown:
        sys.stdout.write(answer.stdout + answer.stderr)
    seconds = time.monotonic() - started
    sys.stdout.write(f"{'ok  ' if passed else 'FAIL'} {name} ({seconds:.0f} s)\n")
    sys.stdout.flush()
    return passed


def main() -> int:
    """Run all steps, whatever fails, and return 1 if anything did."""
    parser = argparse.ArgumentParser(prog="python -m tests.check", description=__doc__)
    parser.add_argument("--cover", action="store_true", help="measure line and branch coverage")
    parser.add_argument("--fix", action="store_true", help="format and mend what ruff can mend")
    parser.add_argument("--without-tests", action="store_true", help="where they were run already")
    chosen, extra = parser.parse_known_args()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    if chosen.fix:
        for command in (["format", "."], ["check", "--fix", "."]):
            subprocess.run([*PYTHON, "ruff", *command], cwd=ROOT, check=False)
    wanted = steps(cover=chosen.cover, extra=extra)
    if chosen.without_tests:
        del wanted["tests"]
    failed = [name for name, command in wanted.items() if not run(name, command, environment)]
    sys.stdout.write(f"failed: {', '.join(failed)}\n" if failed else "all is well\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

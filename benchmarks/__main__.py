# SPDX-License-Identifier: MIT
"""`python -m benchmarks [NAME …] [--size N] [--json]`: figures with their limits and peers."""

import argparse
import json
import sys
import tempfile
from datetime import datetime
from importlib import import_module
from pathlib import Path

from benchmarks.figure import Figure, machine
from benchmarks.ground import Ground

NAMES = (
    "start",
    "imports",
    "reports",
    "member",
    "lists",
    "frames",
    "cases",
    "search",
    "formats",
    "audit",
    "evidence",
    "removals",
    "reviews",
    "leaving",
    "today",
)


def main() -> int:
    """Measure what was asked for; 1 where a figure misses its limit."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=", ".join(NAMES))
    parser.add_argument("--size", type=int, help="members, rows, acts or entries")
    parser.add_argument(
        "--ground", type=Path, help="a folder in which the million memberships stay for next time"
    )
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    unknown = sorted(set(chosen.names) - set(NAMES))
    if unknown:
        parser.error(f"there is no benchmark called {', '.join(unknown)}")
    figures = measure(tuple(chosen.names) or NAMES, chosen.size, chosen.ground)
    when = datetime.now().astimezone()
    if chosen.json:
        told = {"machine": machine(), "date": when.isoformat(timespec="seconds")}
        print(json.dumps(told | {"figures": [figure.as_data() for figure in figures]}, indent=2))
    else:
        print(f"{machine()}; {when:%Y-%m-%d}\n")
        for figure in figures:
            print("\n".join(lines_of(figure)))
    return 0 if all(figure.reached for figure in figures) else 1


def measure(names: tuple[str, ...], size: int | None, kept: Path | None = None) -> list[Figure]:
    """Return the figures of these benchmarks, each at its own size unless one is given."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="groupdesk-bench-") as folder:
        ground = Ground(Path(folder), kept)
        try:
            for name in names:
                module = import_module(f"benchmarks.{name}")
                figures += module.run(ground, size or module.SIZE)
        finally:
            ground.close()
    return figures


def lines_of(figure: Figure) -> list[str]:
    """Return a figure as text: value, limit or peer, ratio, and the share of each part."""
    text = f"{figure.name:<44}{figure.value:>10.2f} {figure.unit:<3}"
    if figure.limit is not None:
        text += f"  limit {figure.limit:g} {figure.unit}"
    if figure.peer_value is not None:
        text += f"  {figure.peer} {figure.peer_value:.2f} {figure.unit}"
    if figure.ratio is not None:
        text += f"  ratio {figure.ratio:.2f}"
    if figure.most is not None:
        text += f" (at most {figure.most:g})"
    if not figure.reached:
        text += "  MISSED"
    lines = [text]
    for name, value in figure.parts.items():
        lines.append(f"    {name:<40}{value:>10.2f} {figure.unit}  {value / figure.value:>5.0%}")
    return lines


if __name__ == "__main__":
    sys.exit(main())

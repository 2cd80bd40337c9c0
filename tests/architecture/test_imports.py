# SPDX-License-Identifier: MIT
"""What a start must not import. What may import what at all is import-linter's business."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
# Slow to import, and needed late or in a child process only; or drivers that nobody needs.
NOT_AT_START = (
    "pypinyin",
    "openpyxl",
    "xlsxwriter",
    "python_calamine",
    "PIL",
    "numpy",
    "typst",
    "pypdfium2",
    "segno",
    "psycopg",
    "psycopg2",
    "pymysql",
    "MySQLdb",
    "pytest",
)
STARTS = [
    name
    for name in ("app", "cli", "__main__", "ui.session", "ui.application")
    if (ROOT / "groupdesk" / f"{name.replace('.', '/')}.py").exists()
]


@pytest.mark.parametrize("start", STARTS)
def test_a_start_imports_only_what_it_needs(start: str) -> None:
    code = f"import sys, json, groupdesk.{start}; sys.stdout.write(json.dumps(list(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    loaded = set(json.loads(answer.stdout))
    assert [name for name in NOT_AT_START if name in loaded] == []
    if not start.startswith("ui"):
        assert not any(name.startswith("PySide6") for name in loaded)


def test_peewee_finds_no_other_drivers_and_leaves_them_importable() -> None:
    """Even where a driver is installed, a start does not load it; others still can."""
    code = (
        "import sys, types\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        assert name.split('.')[0] not in ('psycopg', 'psycopg2', 'pymysql', 'MySQLdb')\n"
        "sys.meta_path.insert(0, Finder())\n"
        "import groupdesk.models.tables\n"
        "assert 'psycopg2' not in sys.modules\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr

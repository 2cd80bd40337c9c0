# SPDX-License-Identifier: MIT
"""What the reading process answers; the files themselves are in test_template_files.py."""

from pathlib import Path
from typing import Any

from groupdesk.services.template_file_child import serve


def answers(path: Path) -> list[dict[str, Any]]:
    said: list[dict[str, Any]] = []
    serve({"path": str(path)}, said.append)
    return said


def test_it_answers_with_texts_only(tmp_path: Path) -> None:
    path = tmp_path / "t.toml"
    path.write_text(
        '[groupdesk]\nformat = "templates"\nversion = 1\n'
        '[[template]]\nname = "A"\nbody = 2026-01-01\nextra = "x"\n',
        encoding="utf-8",
    )
    assert answers(path) == [{"templates": [{"name": "A"}]}]


def test_it_answers_with_the_code_of_a_refusal(tmp_path: Path) -> None:
    assert answers(tmp_path / "none.toml") == [{"refused": "file_missing"}]
    (tmp_path / "t.toml").write_text("not a file of ours", encoding="utf-8")
    assert answers(tmp_path / "t.toml") == [{"refused": "template_file_foreign"}]

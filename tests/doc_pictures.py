# SPDX-License-Identifier: MIT
"""Makes the pictures of the README with the program itself: python -m tests.doc_pictures."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "pictures"
PICTURES = {
    "members-light": "page-members-light-en",
    "members-dark": "page-members-dark-en",
    "members-dark-zh": "page-members-dark-zh",
    "today-light": "page-today-light-en",
    "rules-light": "page-rules-light-en",
    "warning-light": "warning-light-en",
    "removal-light": "removal-light-en",
}
"""Name in docs/pictures and what the tour calls it, after its number."""


def main() -> int:
    """Let the demo do the main job off screen, and keep some of the pictures that it leaves."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, "-m", "groupdesk", "--demo"]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        ended = subprocess.run(command, cwd=folder, env=environment, check=False)
        if ended.returncode != 0:
            return ended.returncode
        TARGET.mkdir(exist_ok=True)
        for wanted, called in PICTURES.items():
            [found] = folder.glob(f"groupdesk-demo-*/pictures/[0-9][0-9]-{called}.png")
            (TARGET / f"{wanted}.png").write_bytes(found.read_bytes())
        [report] = folder.glob("groupdesk-demo-*/reports/case-*.pdf")
        with pypdfium2.PdfDocument(report) as document:  # type: ignore[no-untyped-call]
            document[0].render(scale=1.6).to_pil().save(TARGET / "casefile.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())

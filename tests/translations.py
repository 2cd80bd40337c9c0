# SPDX-License-Identifier: MIT
"""Collects the window's texts and packs their translations: python -m tests.translations.

Run it after a change of texts, translate what it names in resources/i18n/groupdesk_zh.ts, and run
it again. English needs entries for plurals only.
"""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"zh": "zh_CN", "en": "en"}


def sources() -> list[Path]:
    """Return the files that hold texts of the window."""
    return sorted((ROOT / "groupdesk" / "ui").rglob("*.py"))


def update(language: str, into: Path) -> None:
    """Bring the list of texts in `into` up to date; translations that are there stay."""
    options = ["-source-language", "en", "-target-language", LANGUAGES[language]]
    options += ["-locations", "none", "-no-obsolete", "-silent"]
    if language == "en":
        options.append("-pluralonly")
    _run("lupdate", *options, *map(str, sources()), "-ts", str(into))


def release(ts: Path, qm: Path) -> None:
    """Pack the translations of `ts` for the program."""
    # Beside and renamed: a running program has the old file mapped, and dies when it shrinks.
    unfinished_qm = qm.with_suffix(".qm.new")
    _run("lrelease", "-silent", str(ts), "-qm", str(unfinished_qm))
    unfinished_qm.replace(qm)


def unfinished(ts: Path) -> list[str]:
    """Return "Context: text" for each text without a finished translation."""
    result = []
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [translation, *translation.iter("numerusform")]
            filled = [form for form in forms if (form.text or "").strip()]
            if translation is None or translation.get("type") or not filled:
                result.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return result


def _run(tool: str, *arguments: str) -> None:
    folder = Path(PySide6.__file__).parent
    names = (folder / tool, folder / f"{tool}.exe", folder / "Qt" / "libexec" / tool)
    program = next(path for path in names if path.is_file())
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode or done.stderr.strip():
        raise RuntimeError(f"{tool}: {done.stdout}{done.stderr}")


def main() -> int:
    """Update and pack both languages; name what waits for a translation."""
    waiting = 0
    for language in LANGUAGES:
        ts = FOLDER / f"groupdesk_{language}.ts"
        update(language, ts)
        release(ts, ts.with_suffix(".qm"))
        for text in unfinished(ts):
            waiting += 1
            sys.stdout.write(f"{language}  {text}\n")
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())

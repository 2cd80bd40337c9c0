# SPDX-License-Identifier: MIT
"""The typesetter, kept in one room: content goes in as JSON, a PDF/A-3a comes out.

Nothing that a person wrote is ever markup. The typesetter sees a private folder that holds the
layouts and links to the files of this one report, nothing else.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typst

from groupdesk.domain.clock import zone_on_paper
from groupdesk.domain.errors import GroupDeskError
from groupdesk.paths import resource
from groupdesk.scratch import ScratchFolder
from groupdesk.services.reports.paper_stamp import characters_tree
from groupdesk.services.reports.printable import Printable, Tree, report_font
from groupdesk.words import Words

if TYPE_CHECKING:
    from typst import PDFStandard

Paper = Literal["a4", "us-letter", "a3"]

_STANDARDS: "list[PDFStandard]" = ["a-3a", "ua-1"]
_FONTS = ("Noto Sans CJK SC", "DejaVu Sans Mono", "Libertinus Serif")
_PROBE = """#set document(title: "probe")
#set text(font: json(bytes(sys.inputs.fonts)), fallback: false)
#for character in json(bytes(sys.inputs.data)) [#par(character)]
"""
_PICTURE_PROBE = '#set page(width: auto, height: auto)\n#image("picture", width: 1pt)'
_known: dict[str, bool] = {}


def render(
    template: str,
    tree: Mapping[str, Tree],
    *,
    words: Words,
    created: datetime,
    files: Mapping[str, Path] | None = None,
    raw: Mapping[str, str] | None = None,
    paper: Paper = "a4",
) -> bytes:
    """Return the PDF of `template` ("case_file") filled with `tree`.

    Each text of the tree is made printable first; `raw` is the program's own and goes in as it is.
    `files` are the pictures and attachments that the layout may read, by their name in the tree;
    pictures are called "picture-…". Where a text or a damaged picture stops the typesetter, the
    report is made again with plainer characters and without the pictures that do not open.
    Raises GroupDeskError("report_failed") if that fails too.
    """
    at_hand = {name: path for name, path in (files or {}).items() if path.is_file()}
    for only_report_font in (False, True):
        printable = Printable(typesetter_shows, only_report_font=only_report_font)
        inputs: dict[str, Tree] = {
            **printable.tree(dict(tree)),
            "characters": characters_tree(printable.replaced, words),
            "files": list(at_hand),
            **(raw or {}),
        }
        try:
            return _compiled(template, inputs, at_hand, created, paper)
        except typst.TypstError as error:
            failure = error
            at_hand = {name: path for name, path in at_hand.items() if _opens(name, path)}
    raise GroupDeskError("report_failed") from failure


def typesetter_shows(characters: Iterable[str]) -> set[str]:
    """Return those of `characters` that the typesetter's built-in fonts can show.

    They stand behind the report font (Arabic, Hebrew, Georgian …) and have no file to read, so
    the typesetter is asked, once for each character.
    """
    asked = set(characters)
    unknown = sorted(asked - _known.keys())
    if unknown:
        refused = _refused(unknown)
        _known.update((character, character not in refused) for character in unknown)
    return {character for character in asked if _known[character]}


def _refused(characters: list[str]) -> set[str]:
    inputs = {"data": json.dumps(characters), "fonts": json.dumps(_FONTS)}
    try:
        typst.compile(
            _PROBE.encode(), font_paths=_fonts(), sys_inputs=inputs, pdf_standards=_STANDARDS
        )
    except typst.TypstError:
        if len(characters) == 1:
            return set(characters)
        middle = len(characters) // 2
        return _refused(characters[:middle]) | _refused(characters[middle:])
    return set()


def _compiled(
    template: str, tree: Tree, files: Mapping[str, Path], created: datetime, paper: Paper
) -> bytes:
    inputs = {
        "data": json.dumps(tree, ensure_ascii=False),
        "fonts": json.dumps(_FONTS),
        "paper": paper,
    }
    with _private_folder(template, files) as folder:
        pdf = typst.compile(
            folder / "main.typ",
            root=folder,
            font_paths=_fonts(),
            sys_inputs=inputs,
            pdf_standards=_STANDARDS,
            timestamp=created.astimezone(zone_on_paper(created)).replace(microsecond=0),
        )
    return bytes(pdf)


@contextmanager
def _private_folder(template: str, files: Mapping[str, Path]) -> Iterator[Path]:
    with ScratchFolder() as folder:
        shutil.copyfile(resource("reports", f"{template}.typ"), folder / "main.typ")
        shutil.copyfile(resource("reports", "common.typ"), folder / "common.typ")
        for inside, path in files.items():
            _link(path.resolve(), folder / inside)
        yield folder


def _link(path: Path, link: Path) -> None:
    """Make `path` readable as `link`, by a copy where the system allows no links."""
    for make in (os.symlink, os.link):
        try:
            make(path, link)
        except OSError:
            continue
        return
    shutil.copyfile(path, link)


def _opens(name: str, path: Path) -> bool:
    """Say whether a picture can be set; of attachments only their bytes are needed."""
    if not name.startswith("picture-"):
        return True
    with ScratchFolder() as temporary:
        folder = Path(temporary)
        _link(path.resolve(), folder / "picture")
        (folder / "main.typ").write_text(_PICTURE_PROBE, encoding="utf-8")
        try:
            typst.compile(folder / "main.typ", root=folder)
        except typst.TypstError:
            return False
    return True


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[report_font().parent])

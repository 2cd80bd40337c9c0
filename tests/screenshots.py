# SPDX-License-Identifier: MIT
"""Draws every page and dialog: python -m tests.screenshots OUT [NAME …] [--size 900x680].

A picture is made of each scene in both themes and both languages; see tests/scenes.
"""

import argparse
import os
import pkgutil
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import get_args

SIZES = {"1280x800": (1280, 800), "900x680": (900, 680)}


def main() -> int:
    """Draw what the command line asks for; say what could not be drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", help="scenes, or beginnings of their names; all")
    parser.add_argument("--size", default="1280x800", help="of the window, 1280x800 by default")
    parser.add_argument("--scale", default="1", help="1.5 as on a dense screen")
    parser.add_argument("--theme", choices=("light", "dark"), action="append")
    parser.add_argument("--language", choices=("en", "zh"), action="append")
    parser.add_argument("--list", action="store_true", help="print the names of all scenes")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale
    return _draw(options)


def _draw(options: argparse.Namespace) -> int:
    from PySide6.QtWidgets import QDialog

    from groupdesk.ui.theme import Theme, make_application
    from groupdesk.ui.translations import LanguageCode, Translations
    from tests import scenes

    failed = 0
    for found in pkgutil.iter_modules(scenes.__path__):
        try:
            import_module(f"tests.scenes.{found.name}")
        except Exception:  # the other pictures are wanted all the same
            traceback.print_exc()
            failed += 1
    if options.list:
        print(*scenes.SCENES, sep="\n")
        return 0
    wanted = [
        name
        for name in scenes.SCENES
        if not options.names or any(name.startswith(part) for part in options.names)
    ]
    width, height = (int(part) for part in options.size.split("x"))
    application = make_application("groupdesk")
    application.setQuitOnLastWindowClosed(False)
    theme, translations = Theme(application, "light"), Translations(application)
    options.out.mkdir(parents=True, exist_ok=True)
    for language in options.language or get_args(LanguageCode):
        translations.set_language(language)
        for scheme in options.theme or ("light", "dark"):
            theme.set_scheme(scheme)
            stage = scenes.Stage(theme, translations, (width, height), language)
            for name in wanted:
                try:
                    shown = scenes.SCENES[name](stage)
                except Exception:
                    print(f"-- {name} in {language}, {scheme}")
                    traceback.print_exc()
                    failed += 1
                    continue
                if isinstance(shown, QDialog):
                    shown.resize(min(shown.width(), width), min(shown.height(), height))
                scenes.settle()
                shown.grab().save(str(options.out / f"{name}-{language}-{scheme}.png"))
                if isinstance(shown, QDialog):
                    shown.close()
                    scenes.settle()
            stage.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: MIT
"""Which fonts the window takes: the system's, then one that can show Chinese."""

import importlib.util
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from groupdesk.ui.theme_tokens import CJK_FAMILIES, UI_FAMILIES

_GENERIC = frozenset({"sans serif", "sans", "sans-serif"})
_WEIGHT_AXIS = QFont.Tag("wght")


class FontChoice(NamedTuple):
    """Families in the order of preference; `variable`: the Chinese one has its weights on an axis.

    Qt knows of such a font's thinnest instance only, so the axis has to be set with each weight.
    """

    families: tuple[str, ...]
    variable: bool

    def font(self, pixels: int, weight: int) -> QFont:
        """Return a font of this choice."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight(weight))
        if self.variable:
            font.setVariableAxis(_WEIGHT_AXIS, weight)
        return font


def choose_fonts(system: QFont) -> FontChoice:
    """Return the system's family and one that can show Chinese.

    The bundled font is read (9 ms) only where the system has none.
    """
    # a machine without fonts names none; an empty family would bar the bundled one
    first = [name for name in [QFontInfo(system).family()] if name]
    if system.family().lower() in _GENERIC:
        first = [name for name in UI_FAMILIES if QFontDatabase.hasFamily(name)][:1] or first
    chinese = [name for name in CJK_FAMILIES if QFontDatabase.hasFamily(name)][:1]
    if not chinese:
        chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)[:1]
    chinese = chinese or _bundled_family()
    return FontChoice((*first, *chinese), any(_lacks_normal_weight(name) for name in chinese))


def _lacks_normal_weight(family: str) -> bool:
    weights = [QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)]
    return bool(weights) and max(weights) < QFont.Weight.Normal


def _bundled_family() -> list[str]:
    spec = importlib.util.find_spec("manimgx_fonts_cjk")
    if spec is None or spec.origin is None:
        return []
    for path in sorted(Path(spec.origin).parent.glob("*.ttc")):
        number = QFontDatabase.addApplicationFont(str(path))
        for family in QFontDatabase.applicationFontFamilies(number) if number >= 0 else []:
            if family.endswith("SC"):
                return [family]
    return []

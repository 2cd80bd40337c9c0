# SPDX-License-Identifier: MIT
"""Keeps the mouse wheel from changing a choice while one scrolls past it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QScrollArea, QWidget

_MAY_BRING_FIELDS = frozenset({QEvent.Type.Show, QEvent.Type.LayoutRequest})
_GUARDED = "wheel_guarded"


class WheelGuard(QObject):
    """The wheel turns a combo or a number only while it has the focus; else the form scrolls."""

    def __init__(self, root: QWidget) -> None:
        """Guard all combos, numbers and dates inside `root`, those to come, too.

        `root` is a window, which learns of each change of its layout but for what is scrolled:
        that is watched as well. It becomes the parent.
        """
        super().__init__(root)
        self._root = root
        root.installEventFilter(self)
        self._guard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on to the form."""
        kind = event.type()
        if kind in _MAY_BRING_FIELDS:
            if not isinstance(watched, QComboBox | QAbstractSpinBox):
                self._guard()
        elif (
            kind == QEvent.Type.Wheel
            and isinstance(watched, QComboBox | QAbstractSpinBox)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _guard(self) -> None:
        for area in self._root.findChildren(QScrollArea):
            inside = area.widget()
            if inside is not None and not inside.property(_GUARDED):
                inside.setProperty(_GUARDED, True)  # noqa: FBT003 — Qt's signature
                inside.installEventFilter(self)
        for kind in (QComboBox, QAbstractSpinBox):
            for field in self._root.findChildren(kind):
                if not field.property(_GUARDED):
                    field.setProperty(_GUARDED, True)  # noqa: FBT003 — Qt's signature
                    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel gives no focus
                    field.installEventFilter(self)

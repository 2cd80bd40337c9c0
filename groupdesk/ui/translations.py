# SPDX-License-Identifier: MIT
"""The language of the window, changed while it runs: Qt tells each widget by LanguageChange."""

from typing import Final, Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from groupdesk.paths import resource
from groupdesk.words import Words

LanguageCode = Literal["en", "zh"]
LanguageChoice = Literal["en", "zh", "system"]

_QT_NAMES: Final[dict[LanguageCode, str]] = {"en": "en", "zh": "zh_CN"}
_TERRITORIES: Final = {"en": QLocale.Language.English, "zh": QLocale.Language.Chinese}

_QT_LEAVES_OUT: Final = (
    # of Qt's file and print dialogs; its Chinese (6.11) still has them without their letter
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Page &Set:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Page &order:"),
    QT_TRANSLATE_NOOP("QPageSetupWidget", "Pages &per sheet:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "Scheduled &printing:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "&Billing information:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "Job &priority:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "&Start:"),
    QT_TRANSLATE_NOOP("QCupsJobWidget", "&End:"),
)
"""Texts of Qt without a translation of its own: they are in ours."""


class Translations(QObject):
    """Owns the translators of the running application; starts in English."""

    changed = Signal()
    """Another language is shown; widgets hear of it from Qt, by LanguageChange."""

    def __init__(self, application: QApplication) -> None:
        """Install the translators of `application`."""
        super().__init__(application)
        self._application = application
        self._language: LanguageCode = "en"
        self._own = QTranslator(self)
        self._qt = QTranslator(self)
        self._install()

    @property
    def language(self) -> LanguageCode:
        """The language shown, "en" or "zh"."""
        return self._language

    @property
    def locale(self) -> QLocale:
        """How this language writes dates and numbers, in the system's region where it fits."""
        system = QLocale.system()
        wanted = _TERRITORIES[self._language]
        if system.language() == wanted:
            return system
        return QLocale(wanted)

    @property
    def words(self) -> Words:
        """The words for codes in this language."""
        return Words(self._language)

    def set_language(self, choice: LanguageChoice) -> None:
        """Show a language, or the system's: Chinese for any Chinese, else English."""
        language = _system_language() if choice == "system" else choice
        if language == self._language:
            return
        self._language = language
        for translator in (self._own, self._qt):
            self._application.removeTranslator(translator)
        self._install()
        self.changed.emit()

    def _install(self) -> None:
        own = str(resource("i18n", f"groupdesk_{self._language}.qm"))
        if self._own.load(own):
            self._application.installTranslator(self._own)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load(f"qtbase_{_QT_NAMES[self._language]}", folder):
            self._application.installTranslator(self._qt)
        QLocale.setDefault(self.locale)


def _system_language() -> LanguageCode:
    chosen = QLocale.system().uiLanguages()
    return "zh" if chosen and chosen[0].lower().startswith("zh") else "en"

# SPDX-License-Identifier: MIT
"""The rules are announced: the text, what changed, a welcome, the poster, and who was told."""

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from groupdesk.domain.announcement import AnnouncementForm
from groupdesk.domain.told_records import ToldWhich, by_which
from groupdesk.ui.dialogs.announce_dialog import AnnounceDialog
from groupdesk.ui.dialogs.poster_dialog import PosterDialog
from groupdesk.ui.dialogs.told_dialog import ToldDialog
from tests.scenes import Stage, scene


def _announce(stage: Stage, form: AnnouncementForm) -> AnnounceDialog:
    dialog = AnnounceDialog(stage.context, stage.group(), stage.session.window)
    dialog.kind.button(form.value).click()
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("announce")
def announce(stage: Stage) -> QWidget:
    return _announce(stage, AnnouncementForm.LONG)


@scene("announce-short")
def announce_short(stage: Stage) -> QWidget:
    return _announce(stage, AnnouncementForm.SHORT)


@scene("announce-changes")
def announce_changes(stage: Stage) -> QWidget:
    return _announce(stage, AnnouncementForm.CHANGES)


@scene("announce-welcome")
def announce_welcome(stage: Stage) -> QWidget:
    group = stage.group()
    announcements = stage.session.desk.announcements
    newest = announcements.newest(group.id)
    assert newest is not None
    lists = by_which(announcements.members(newest.rulebook_id))
    to = (lists[ToldWhich.JOINED_SINCE] or lists[ToldWhich.ALL])[0]
    dialog = AnnounceDialog(stage.context, group, stage.session.window, to=to)
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("poster")
def poster(stage: Stage) -> QWidget:
    book = stage.session.desk.rules.current(stage.group().id)
    assert book is not None
    languages = (stage.group().language,)
    window = stage.session.window
    dialog = PosterDialog(stage.context, stage.group(), book, languages, window)
    dialog.open()
    stage.idle(stage.session)
    loop = QEventLoop()  # the pages are drawn a moment after they came
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    return dialog


@scene("told")
def told(stage: Stage) -> QWidget:
    dialog = ToldDialog(
        stage.context, stage.group(), stage.session.window, which=ToldWhich.JOINED_SINCE
    )
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("told-names")
def told_names(stage: Stage) -> QWidget:
    dialog = ToldDialog(stage.context, stage.group(), stage.session.window, which=ToldWhich.ALL)
    dialog.open()
    stage.idle(stage.session)
    some = [member.name for member in dialog.list.model.records[:3]]
    dialog.names.set_text("\n".join([*some, "Nobody Inparticular"]))
    dialog.find_button.click()
    return dialog

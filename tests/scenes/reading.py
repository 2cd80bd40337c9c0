# SPDX-License-Identifier: MIT
"""What a machine read in screenshots: beside the picture, in a search, and in the settings."""

from unittest.mock import patch

from PySide6.QtWidgets import QScrollArea, QWidget

from groupdesk.domain.enums import Topic
from groupdesk.domain.machine_text import MachineText
from groupdesk.domain.records import EvidenceRecord
from groupdesk.ui.dialogs.picture_dialog import PictureDialog
from groupdesk.ui.pages.members_page import MembersPage
from groupdesk.ui.pages.settings_page import SettingsPage
from tests.scenes import Stage, scene

_SAID = (
    "李伟\n原单包包，加我私聊 shop.example/8812\nMei\n李伟您好，群里请不要发布广告。\n"
    "Olivia Park\nCould somebody look at this please?"
)


def _read(stage: Stage) -> EvidenceRecord:
    """Let one screenshot of a member have been read."""
    context = stage.context
    detail = stage.member("at_risk", stage.group())
    picture = context.desk.evidence.earlier(detail.row.id)[0]
    read = MachineText(picture.id, _SAID, "rapidocr 3.10.0", "", picture.added_at)
    texts = context.desk.evidence_texts
    context.runner.run(
        stage.session,
        lambda: texts.store([read]),
        lambda _none: context.events.publish({Topic.EVIDENCE}),
        context.report_bug,
    )
    stage.idle(stage.session)
    return picture


@scene("picture-text")
def picture_text(stage: Stage) -> QWidget:
    dialog = PictureDialog(stage.context, [_read(stage)], 0, stage.session.window)
    width, height = stage.size
    dialog.resize(width * 8 // 10, height * 8 // 10)
    dialog.open()
    stage.idle(stage.session)
    return dialog


@scene("members-search-screenshot")
def members_search_screenshot(stage: Stage) -> QWidget:
    _read(stage)
    page = stage.page("members")
    assert isinstance(page, MembersPage)
    page.chips.button("all").click()
    page.search.setText("shop.example")
    stage.idle(stage.session)
    page.show_member(stage.member("at_risk", stage.group()).row.id)
    stage.idle(stage.session)
    return stage.session.window


def _settings(stage: Stage, engine: str) -> QWidget:
    _read(stage)
    page = stage.page("settings")
    assert isinstance(page, SettingsPage)
    with patch("groupdesk.services.evidence_text.engine", lambda: engine):
        page.reading.reload()
    stage.idle(stage.session)
    page.findChildren(QScrollArea)[0].ensureWidgetVisible(page.reading)
    return stage.session.window


@scene("settings-reading")
def settings_reading(stage: Stage) -> QWidget:
    return _settings(stage, "rapidocr 3.10.0")


@scene("settings-reading-absent")
def settings_reading_absent(stage: Stage) -> QWidget:
    return _settings(stage, "")

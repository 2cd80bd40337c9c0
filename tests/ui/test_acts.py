# SPDX-License-Identifier: MIT
"""One registry: an act has one text, icon and shortcut wherever it is offered."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from groupdesk.ui.act_looks import LOOKS, WRITES
from groupdesk.ui.acts import Acts
from groupdesk.ui.translations import Translations
from tests.ui.helpers import show_active


def test_button_menu_and_shortcut_do_the_same(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    done: list[int] = []
    acts.bind("member.add", lambda: done.append(1))
    button = acts.button("member.add", parent=window)
    menu = acts.menu(("member.add", "", "member.edit"), window)
    show_active(qtbot, window)
    button.click()
    menu.actions()[0].trigger()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == [1, 1, 1]
    assert "Ctrl+N" in button.toolTip()
    assert menu.actions()[1].isSeparator()


def test_an_act_that_cannot_be_done_is_not_done(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    button = acts.button("member.remove", "danger", window)
    assert not button.isEnabled(), "nobody said what it does"
    acts.enable("member.remove", True)
    assert not button.isEnabled()
    done: list[int] = []
    acts.bind("member.remove", lambda: done.append(1), enabled=False)
    acts.trigger("member.remove")
    assert done == []
    acts.enable("member.remove", True)
    assert button.isEnabled()


def test_a_page_takes_its_acts_with_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    acts.bind("app.quit", window.close, lasting=True)
    acts.bind("member.add", window.close)
    acts.forget_page()
    assert acts.action("app.quit").isEnabled()
    assert not acts.action("member.add").isEnabled()


def test_no_two_acts_share_a_shortcut() -> None:
    keys = [look.shortcut for look in LOOKS.values() if look.shortcut]
    assert len(keys) == len(set(keys))


def test_every_act_has_a_text_in_both_languages(qtbot: QtBot, translations: Translations) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    english = {key: acts.action(key).text() for key in LOOKS}
    assert all(english.values())
    button = acts.button("member.remove", parent=window)
    translations.set_language("zh")
    QApplication.processEvents()
    assert all(acts.action(key).text() != english[key] for key in LOOKS)
    assert button.text() == acts.action("member.remove").text()


def test_what_writes_is_refused_everywhere_at_once_and_says_why(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    done: list[str] = []
    for act_id in ("member.add", "report.case", "backup.make"):
        acts.bind(act_id, partial(done.append, act_id))
    adding, printing = acts.button("member.add", parent=window), acts.button("report.case")
    qtbot.addWidget(printing)
    acts.refuse("Nothing is written now.")
    assert not adding.isEnabled()
    assert adding.toolTip() == "Add member (Ctrl+N)\nNothing is written now."
    acts.bind("group.edit", partial(done.append, "group.edit"))
    acts.enable("member.add", True)
    for act_id in ("member.add", "group.edit", "report.case", "backup.make"):
        acts.trigger(act_id)
    assert done == ["report.case", "backup.make"]
    acts.refuse("")
    assert adding.isEnabled()
    assert adding.toolTip() == "Add member (Ctrl+N)"
    acts.enable("member.add", False)
    acts.refuse("")
    assert not adding.isEnabled(), "what a page does not allow stays so"


def test_a_group_that_is_archived_is_refused_apart_from_the_workspace(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    for act_id in ("member.add", "group.create", "group.restore", "report.case"):
        acts.bind(act_id, window.close)

    def possible() -> set[str]:
        return {act_id for act_id in LOOKS if acts.action(act_id).isEnabled()}

    acts.refuse_in_group("This group is archived.")
    assert possible() == {"group.create", "group.restore", "report.case"}
    assert acts.action("member.add").toolTip() == "Add member (Ctrl+N)\nThis group is archived."
    acts.refuse("Nothing is written now.")
    assert possible() == {"report.case"}
    assert acts.action("member.add").toolTip() == "Add member (Ctrl+N)\nNothing is written now."
    acts.refuse("")
    acts.refuse_in_group("")
    assert "member.add" in possible()


def test_each_act_that_writes_is_one_of_the_acts() -> None:
    assert LOOKS.keys() >= WRITES


def test_an_act_that_the_role_denies_says_so_by_button_menu_and_keys(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    done: list[str] = []
    told: list[str] = []
    acts.refused.connect(told.append)
    acts.bind("group.create", lambda: done.append("group"))
    button = acts.button("group.create", parent=window)
    menu = acts.menu(("group.create",), window)
    show_active(qtbot, window)
    acts.deny({"group.create": "Only an owner or admin can make a group."})
    assert not button.isEnabled()
    assert "Only an owner or admin" in button.toolTip()
    assert button.accessibleDescription() == "Only an owner or admin can make a group."
    assert menu.toolTipsVisible()
    assert "Only an owner or admin" in menu.actions()[0].toolTip()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_G, keys)
    assert (done, told) == ([], ["Only an owner or admin can make a group."])
    acts.deny({})
    assert button.isEnabled()
    assert button.accessibleDescription() == ""
    qtbot.keyClick(window, Qt.Key.Key_G, keys)
    assert (done, len(told)) == (["group"], 1)


def test_keys_of_what_the_page_does_not_offer_say_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    told: list[str] = []
    acts.refused.connect(told.append)
    show_active(qtbot, window)
    acts.deny({"member.add": "No."})
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    acts.bind("member.add", window.close, enabled=False)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told == []
    acts.enable("member.add", True)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told == ["No."]
    acts.forget_page()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told == ["No."]


def test_a_locked_window_can_only_be_left(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    told: list[str] = []
    acts.refused.connect(told.append)
    for act_id in ("member.add", "app.quit", "page.today"):
        acts.bind(act_id, lambda: None)
    acts.deny({"member.add": "No."})
    acts.lock(locked=True)
    show_active(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told == [], "nothing is told either"
    assert {key for key in LOOKS if acts.action(key).isEnabled()} == {"app.quit"}
    acts.lock(locked=False)
    assert acts.action("page.today").isEnabled()


def test_the_acts_that_a_page_brought_along_are_known_apart_from_the_window_s(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    acts.bind("app.quit", window.close, lasting=True)
    acts.bind("member.edit", window.close)
    acts.bind("member.add", window.close)
    acts.bind("member.bulk", window.close, enabled=False)
    assert acts.of_page() == ("member.add", "member.edit"), "in the order of the registry"
    assert (acts.offers("member.add"), acts.offers("member.bulk")) == (True, False)
    acts.deny({"member.add": "Only an owner can."})
    assert acts.of_page() == ("member.edit",)
    assert acts.offers("member.add"), "it belongs here, and says why it cannot be done"


def test_what_acts_are_called_in_english_is_known_in_any_language(
    qtbot: QtBot, translations: Translations
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    translations.set_language("zh")
    QApplication.processEvents()
    assert acts.as_written()["app.quit"] == "Quit"
    assert acts.as_written().keys() == LOOKS.keys()


def test_a_case_is_not_given_to_somebody_in_the_words_of_a_handover(
    qtbot: QtBot, translations: Translations
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    acts = Acts(window)
    for language in ("en", "zh"):
        translations.set_language(language)
        QApplication.processEvents()
        for one, other in (
            ("case.hand_over", "handover.move"),
            ("case.release", "handover.back"),
        ):
            assert acts.action(one).text() != acts.action(other).text()

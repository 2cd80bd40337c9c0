# SPDX-License-Identifier: MIT
"""All acts of the window: icon, shortcut, and what each asks for."""

from typing import NamedTuple

from groupdesk.domain.enums import Action


class ActLook(NamedTuple):
    """Icon and shortcut of an act; its text is in the window's language, see `Acts._texts`."""

    icon: str
    shortcut: str = ""
    needs: Action | None = None
    """What it leads to in the services, which may ask for a role; None: everybody may."""


LOOKS: dict[str, ActLook] = {
    "page.today": ActLook("house", "Ctrl+1"),
    "page.members": ActLook("users", "Ctrl+2"),
    "page.rules": ActLook("list-ordered", "Ctrl+3"),
    "page.templates": ActLook("message-square-text", "Ctrl+4"),
    "page.cases": ActLook("folder-open", "Ctrl+5"),
    "page.requests": ActLook("scale", "Ctrl+6"),
    "page.reports": ActLook("printer", "Ctrl+7"),
    "page.audit": ActLook("shield-check", "Ctrl+8"),
    "page.people": ActLook("contact", "Ctrl+9"),
    "page.settings": ActLook("settings", "Ctrl+,"),
    "group.create": ActLook("plus", "Ctrl+Shift+G", Action.GROUP_CREATE),
    "group.open": ActLook("settings-2", "Ctrl+Shift+E"),
    "group.edit": ActLook("pencil", "Ctrl+E", Action.GROUP_EDIT),
    "group.process": ActLook("scale"),
    "group.leaving": ActLook("log-out"),
    "group.lists": ActLook("history", "Ctrl+Shift+J"),
    "group.note": ActLook("message-square-text", needs=Action.GROUP_NOTE),
    "group.clean_up": ActLook("archive-x"),
    "group.archive": ActLook("archive", needs=Action.GROUP_ARCHIVE),
    "group.restore": ActLook("archive-restore", needs=Action.GROUP_RESTORE),
    "member.add": ActLook("user-plus", "Ctrl+N", Action.MEMBER_ADD),
    "member.import": ActLook("upload", "Ctrl+I", Action.MEMBER_IMPORT),
    "member.edit": ActLook("pencil", "F2", Action.MEMBER_EDIT),
    "member.find": ActLook("search", "Ctrl+F"),
    "member.filter": ActLook("list-filter", "Ctrl+Shift+F"),
    "member.columns": ActLook("columns-3", "Ctrl+Shift+K"),
    "member.bulk": ActLook("users", "Ctrl+Shift+B", Action.MEMBER_BULK),
    "member.export": ActLook("download", "Ctrl+Shift+X", Action.MEMBER_EXPORT),
    "filter.save": ActLook("bookmark", "Ctrl+Shift+D", Action.FILTER_SAVE),
    "person.open": ActLook("contact", "Ctrl+Shift+P"),
    "person.link": ActLook("link", needs=Action.PERSON_LINK),
    "person.apart": ActLook("unlink", needs=Action.PERSON_APART),
    "person.unblock": ActLook("undo-2", needs=Action.BLOCK_LIFT),
    "talk.record": ActLook("messages-square", "Ctrl+T", Action.TALK_RECORD),
    "talk.plan": ActLook("calendar-clock", "Ctrl+Shift+Y", Action.TALK_PLAN),
    "evidence.redact": ActLook("shield", needs=Action.EVIDENCE_REDACT),
    "recognition.record": ActLook("award", "Ctrl+Shift+H", Action.RECOGNITION_RECORD),
    "warning.compose": ActLook("circle-alert", "Ctrl+G", Action.WARNING_PREPARE),
    "member.remove": ActLook("user-minus", "Ctrl+Shift+R", Action.REMOVAL_DECIDE),
    "member.remove_many": ActLook("user-minus", needs=Action.REMOVAL_BATCH),
    "member.remove_everywhere": ActLook("user-minus", needs=Action.REMOVAL_BATCH),
    "removal.answer": ActLook("user-check", needs=Action.REMOVAL_WITHDRAW),
    "removal.steps": ActLook("list-checks", "Ctrl+Shift+S", Action.REMOVAL_STEP),
    "rules.publish": ActLook("check", "Ctrl+Return", Action.RULES_PUBLISH),
    "rules.copy": ActLook("copy", "Ctrl+Shift+C"),
    "rules.announce": ActLook("megaphone", "Ctrl+Shift+A"),
    "rules.told": ActLook("users"),
    "rules.compare": ActLook("git-compare", "Ctrl+Shift+V"),
    "rules.send": ActLook("send", needs=Action.RULES_PUBLISH),
    "rules.starter": ActLook("library", needs=Action.RULES_PUBLISH),
    "rules.add": ActLook("plus", needs=Action.RULES_PUBLISH),
    "rules.insert": ActLook("between-horizontal-start", "Ctrl+Shift+N", Action.RULES_PUBLISH),
    "rules.duplicate": ActLook("copy-plus", "Ctrl+D", Action.RULES_PUBLISH),
    "rules.move_first": ActLook("arrow-up-to-line", "Alt+Home", Action.RULES_PUBLISH),
    "rules.move_up": ActLook("arrow-up", "Alt+Up", Action.RULES_PUBLISH),
    "rules.move_down": ActLook("arrow-down", "Alt+Down", Action.RULES_PUBLISH),
    "rules.move_last": ActLook("arrow-down-to-line", "Alt+End", Action.RULES_PUBLISH),
    "rules.undo": ActLook("undo-2", "Ctrl+Z", Action.RULES_PUBLISH),
    "rules.redo": ActLook("redo-2", "Ctrl+Y", Action.RULES_PUBLISH),
    "rules.renumber": ActLook("list-restart", needs=Action.RULES_PUBLISH),
    "rules.remove": ActLook("trash-2", needs=Action.RULES_PUBLISH),
    "ladder.edit": ActLook("trending-up", "Ctrl+L"),
    "rules.discard": ActLook("x", needs=Action.RULES_PUBLISH),
    "template.new": ActLook("plus", "Ctrl+Shift+M", Action.TEMPLATE_SAVE),
    "template.save": ActLook("check", "Ctrl+S", Action.TEMPLATE_SAVE),
    "template.insert": ActLook("braces", "Ctrl+J"),
    "template.copy": ActLook("copy", needs=Action.TEMPLATE_SAVE),
    "template.hide": ActLook("eye-off", needs=Action.TEMPLATE_HIDE),
    "template.offer": ActLook("eye", needs=Action.TEMPLATE_HIDE),
    "template.reset": ActLook("rotate-ccw", needs=Action.TEMPLATE_RESET),
    "template.discard": ActLook("undo-2"),
    "template.import": ActLook("upload", needs=Action.TEMPLATE_IMPORT),
    "template.export": ActLook("download"),
    "case.open": ActLook("folder-plus", "Ctrl+Shift+I", Action.CASE_OPEN),
    "case.claim": ActLook("user-check", "Ctrl+Shift+T", Action.CASE_CLAIM),
    "case.hand_over": ActLook("arrow-right-left", needs=Action.CASE_HAND_OVER),
    "case.release": ActLook("user-x", needs=Action.CASE_RELEASE),
    "case.note": ActLook("message-square-plus", "Ctrl+M", Action.CASE_NOTE),
    "case.correct": ActLook("pencil", needs=Action.CASE_CORRECT),
    "case.wrong_person": ActLook("user-x", needs=Action.CASE_WRONG_PERSON),
    "case.relate": ActLook("link", needs=Action.CASE_RELATE),
    "case.close": ActLook("folder-check", needs=Action.CASE_CLOSE),
    "case.reopen": ActLook("folder-open", needs=Action.CASE_REOPEN),
    "appeal.record": ActLook("message-square-warning", needs=Action.APPEAL_RECORD),
    "appeal.add": ActLook("message-square-plus", needs=Action.APPEAL_ENTRY),
    "appeal.decide": ActLook("scale", needs=Action.APPEAL_DECIDE),
    "appeal.withdraw": ActLook("undo-2", needs=Action.APPEAL_ENTRY),
    "appeal.letter": ActLook("mail", needs=Action.NOTICE_RECORD),
    "exit.record": ActLook("log-out", "Ctrl+Shift+U", Action.EXIT_RECORD),
    "exit.answer": ActLook("message-square-text", needs=Action.EXIT_ANSWER),
    "exit.left": ActLook("log-out", needs=Action.EXIT_LEFT),
    "exit.customers": ActLook("users", needs=Action.EXIT_TELL),
    "exit.letter": ActLook("mail", needs=Action.NOTICE_RECORD),
    "exit.save": ActLook("folder-down"),
    "exit.note": ActLook("message-square-plus", needs=Action.EXIT_ENTRY),
    "handover.open": ActLook("arrow-right-left", needs=Action.HANDOVER_OPEN),
    "handover.book": ActLook("book-open"),
    "handover.move": ActLook("arrow-right-left", needs=Action.HANDOVER_MOVE),
    "handover.print": ActLook("printer"),
    "handover.back": ActLook("undo-2", needs=Action.HANDOVER_OPEN),
    "handover.call_off": ActLook("x", needs=Action.HANDOVER_ENTRY),
    "act.reverse": ActLook("undo-2", needs=Action.REVERSAL_RECORD),
    "report.case": ActLook("file-text", "Ctrl+P"),
    "report.group": ActLook("chart-column"),
    "report.exits": ActLook("door-open"),
    "audit.verify": ActLook("shield-check"),
    "backup.make": ActLook("database-backup"),
    "workspace.leave_sample": ActLook("log-out"),
    "operator.switch": ActLook("arrow-right-left", "Ctrl+Shift+O"),
    "operator.lock": ActLook("lock", "Ctrl+Shift+L"),
    "operator.pin": ActLook("key-round"),
    "operator.add": ActLook("user-plus", needs=Action.OPERATOR_CREATE),
    "window.full": ActLook("maximize", "F11"),
    "app.quit": ActLook("power", "Ctrl+Q"),
}

_LOGGED_OR_NOT = {"member.export"}  # can be done where nothing can be written
WRITES = frozenset(
    act_id for act_id, look in LOOKS.items() if look.needs and act_id not in _LOGGED_OR_NOT
)
"""What cannot be done while nothing can be written; backups and prints can be made all the same."""
WRITES_IN_GROUP = WRITES - {
    *("group.create", "group.restore", "operator.add"),
    "evidence.redact",  # a paper about an archived group may need it
    *("person.link", "person.apart", "person.unblock"),
    *(act_id for act_id in LOOKS if act_id.startswith(("template.", "handover."))),
}
"""What cannot be done in a group that is archived."""

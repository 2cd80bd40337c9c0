# SPDX-License-Identifier: MIT
"""The closed lists of the field. Values are stored and logged, so they never change."""

from enum import StrEnum


class Platform(StrEnum):
    """Where a group lives."""

    WECOM = "wecom"
    WECHAT = "wechat"
    TELEGRAM = "telegram"
    DISCORD = "discord"
    SLACK = "slack"
    QQ = "qq"
    FEISHU = "feishu"
    WHATSAPP = "whatsapp"
    MATRIX = "matrix"
    ZULIP = "zulip"
    MATTERMOST = "mattermost"
    DISCOURSE = "discourse"
    GOOGLE_GROUPS = "google_groups"
    OTHER = "other"


class Language(StrEnum):
    """Languages of rules, templates, reports and the window."""

    EN = "en"
    ZH = "zh"


class OperatorRole(StrEnum):
    """What an operator may do; each role may do what the ones after it may."""

    OWNER = "owner"
    ADMIN = "admin"
    MODERATOR = "moderator"
    VIEWER = "viewer"


class MemberRole(StrEnum):
    """A member's part in a group, as the platform tells it."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"


class MembershipState(StrEnum):
    """One stay of a person in a group: going on, or how it ended."""

    ACTIVE = "active"
    LEFT = "left"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"


class DepartureHow(StrEnum):
    """How somebody left, as far as anybody knows."""

    OWN_WISH = "own_wish"
    REMOVED = "removed"
    """By us: only together with the case that records the removal."""
    UNKNOWN = "unknown"
    STAYED = "stayed"
    """A correction: they never left."""


class JoinedHow(StrEnum):
    """How a member came in, where the platform tells it."""

    UNKNOWN = "unknown"
    INVITED = "invited"
    LINK = "link"
    QR_CODE = "qr_code"
    ADDED = "added"


class Severity(StrEnum):
    """How much a breach of a rule weighs."""

    MINOR = "minor"
    SERIOUS = "serious"
    ZERO_TOLERANCE = "zero_tolerance"


class StepKind(StrEnum):
    """What a step of the ladder is. A reminder is informal and is no warning."""

    REMINDER = "reminder"
    WARNING = "warning"
    FINAL_WARNING = "final_warning"
    REMOVAL = "removal"


class Channel(StrEnum):
    """How a message reaches the member."""

    PRIVATE = "private"
    GROUP = "group"
    PHONE = "phone"


class WarningState(StrEnum):
    """What became of a warning's message; it counts only when sent."""

    PREPARED = "prepared"
    SENT = "sent"
    NOT_SENT = "not_sent"
    NOT_DELIVERED = "not_delivered"
    ACKNOWLEDGED = "acknowledged"
    LAPSED = "lapsed"
    """Its clean-slate date has passed; written down when the program saw it."""


class Ground(StrEnum):
    """Why a member is removed; only a breach names a rule."""

    BREACH = "breach"
    INACTIVE = "inactive"
    OFF_PURPOSE = "off_purpose"
    SIZE_LIMIT = "size_limit"
    COMPROMISED = "compromised"
    NOT_CUSTOMER = "not_customer"


class Term(StrEnum):
    """For how long a removal holds."""

    MAY_RETURN = "may_return"
    UNTIL = "until"
    FOR_GOOD = "for_good"


class TemplateKind(StrEnum):
    """What a polite message is for; a header and a footer frame the messages of other kinds."""

    REMINDER = "reminder"
    TALK = "talk"
    WARNING = "warning"
    FINAL_WARNING = "final_warning"
    REMOVAL_NOTICE = "removal_notice"
    EXIT_ANSWER = "exit_answer"
    NEW_CONTACT = "new_contact"
    """To a customer of somebody who leaves: who is there for them from now on."""
    REJOIN_ANSWER = "rejoin_answer"
    APPEAL_ANSWER = "appeal_answer"
    REVIEW_REMINDER = "review_reminder"
    REVIEW_NOTICE = "review_notice"
    """The last notice of a review before a removal."""
    ANNOUNCEMENT = "announcement"
    HEADER = "header"
    FOOTER = "footer"


class Tone(StrEnum):
    """The wording of a template: friendly in private, as short as can be, or firm."""

    FRIENDLY = "friendly"
    SHORT = "short"
    FIRM = "firm"


class EvidenceSource(StrEnum):
    """By which way a screenshot came in."""

    FILE = "file"
    DROP = "drop"
    PASTE = "paste"
    EARLIER = "earlier"
    SCREEN = "screen"
    REDACTED = "redacted"
    """A copy that was made here from another picture."""
    SAMPLE = "sample"


class SubjectKind(StrEnum):
    """What an audit entry or an evidence link is about."""

    WORKSPACE = "workspace"
    OPERATOR = "operator"
    GROUP = "group"
    PERSON = "person"
    MEMBERSHIP = "membership"
    RULEBOOK = "rulebook"
    CASE = "case"
    TALK = "talk"
    WARNING = "warning"
    REMOVAL = "removal"
    REVERSAL = "reversal"
    EVIDENCE = "evidence"
    SNAPSHOT = "snapshot"
    DEPARTURE = "departure"
    TASK = "task"
    SAVED_FILTER = "saved_filter"
    LADDER = "ladder"
    TEMPLATE = "template"
    RECOGNITION = "recognition"
    APPEAL = "appeal"
    EXIT = "exit"
    REJOIN = "rejoin"
    HANDOVER = "handover"
    REVIEW = "review"
    REPORT = "report"
    BACKUP = "backup"


class Action(StrEnum):
    """What an audit entry says was done."""

    WORKSPACE_CREATE = "workspace.create"
    WORKSPACE_MIGRATE = "workspace.migrate"
    WORKSPACE_RESTORE = "workspace.restore"
    OPERATOR_CREATE = "operator.create"
    OPERATOR_EDIT = "operator.edit"
    OPERATOR_PIN = "operator.pin"
    OPERATOR_SIGN_IN = "operator.sign_in"
    OPERATOR_REFUSED = "operator.refused"
    OPERATOR_RECOVER = "operator.recover"
    OPERATOR_RECOVER_SEEN = "operator.recover_seen"
    OPERATOR_PERSON = "operator.person"
    GROUP_CREATE = "group.create"
    GROUP_EDIT = "group.edit"
    GROUP_PROCESS = "group.process"
    GROUP_LEAVING = "group.leaving"
    GROUP_ARCHIVE = "group.archive"
    GROUP_RESTORE = "group.restore"
    GROUP_NOTE = "group.note"
    MEMBER_ADD = "member.add"
    MEMBER_EDIT = "member.edit"
    MEMBER_BULK = "member.bulk"
    MEMBER_IMPORT = "member.import"
    MEMBER_EXPORT = "member.export"
    MEMBER_DEPARTURE = "member.departure"
    IMPORT_UNDO = "import.undo"
    PERSON_LINK = "person.link"
    PERSON_UNLINK = "person.unlink"
    PERSON_APART = "person.apart"
    BLOCK_ADD = "block.add"
    BLOCK_LIFT = "block.lift"
    RETURN_DECIDE = "return.decide"
    RULES_PUBLISH = "rules.publish"
    RULES_TELL = "rules.tell"
    RULES_ACKNOWLEDGE = "rules.acknowledge"
    RULES_TELL_UNDO = "rules.tell_undo"
    LADDER_PUBLISH = "ladder.publish"
    TEMPLATE_SAVE = "template.save"
    TEMPLATE_RESET = "template.reset"
    TEMPLATE_HIDE = "template.hide"
    TEMPLATE_IMPORT = "template.import"
    CASE_OPEN = "case.open"
    CASE_CLOSE = "case.close"
    CASE_REOPEN = "case.reopen"
    CASE_CLAIM = "case.claim"
    CASE_HAND_OVER = "case.hand_over"
    CASE_RELEASE = "case.release"
    CASE_NOTE = "case.note"
    CASE_RELATE = "case.relate"
    CASE_UNRELATE = "case.unrelate"
    CASE_CORRECT = "case.correct"
    CASE_MOVE_ACT = "case.move_act"
    CASE_WRONG_PERSON = "case.wrong_person"
    TALK_PLAN = "talk.plan"
    TALK_CANCEL = "talk.cancel"
    TALK_RECORD = "talk.record"
    WARNING_PREPARE = "warning.prepare"
    WARNING_SEND = "warning.send"
    WARNING_NOT_SENT = "warning.not_sent"
    WARNING_NOT_DELIVERED = "warning.not_delivered"
    WARNING_ACKNOWLEDGE = "warning.acknowledge"
    WARNING_LAPSE = "warning.lapse"
    WARNING_PARDON = "warning.pardon"
    REMOVAL_DECIDE = "removal.decide"
    REMOVAL_REQUEST = "removal.request"
    REMOVAL_APPROVE = "removal.approve"
    REMOVAL_DECLINE = "removal.decline"
    REMOVAL_WITHDRAW = "removal.withdraw"
    REMOVAL_CANCEL = "removal.cancel"
    REMOVAL_BATCH = "removal.batch"
    REMOVAL_STEP = "removal.step"
    REMOVAL_LAPSE = "removal.lapse"
    NOTICE_RECORD = "notice.record"
    APPEAL_RECORD = "appeal.record"
    APPEAL_ENTRY = "appeal.entry"
    APPEAL_DECIDE = "appeal.decide"
    EXIT_RECORD = "exit.record"
    EXIT_ANSWER = "exit.answer"
    EXIT_ENTRY = "exit.entry"
    EXIT_REASON = "exit.reason"
    EXIT_ITEM = "exit.item"
    EXIT_TELL = "exit.tell"
    EXIT_OWNER = "exit.owner"
    EXIT_LEFT = "exit.left"
    EXIT_SAVE = "exit.save"
    EXIT_NUMBERS = "exit.numbers"
    REJOIN_RECORD = "rejoin.record"
    REJOIN_ANSWER = "rejoin.answer"
    REJOIN_ENTRY = "rejoin.entry"
    REJOIN_CONFIRM = "rejoin.confirm"
    HANDOVER_OPEN = "handover.open"
    HANDOVER_ENTRY = "handover.entry"
    HANDOVER_SIGN = "handover.sign"
    HANDOVER_MOVE = "handover.move"
    REVIEW_START = "review.start"
    REVIEW_DECIDE = "review.decide"
    REVIEW_ENTRY = "review.entry"
    REVERSAL_RECORD = "reversal.record"
    RECOGNITION_RECORD = "recognition.record"
    RECOGNITION_TAKE_BACK = "recognition.take_back"
    TASK_DONE = "task.done"
    TASK_MOVE = "task.move"
    TASK_MARK = "todo.mark"
    FILTER_SAVE = "filter.save"
    FILTER_DELETE = "filter.delete"
    FILTER_ORDER = "filter.order"
    EVIDENCE_VIEW = "evidence.view"
    EVIDENCE_COPY = "evidence.copy"
    EVIDENCE_SAVE_COPY = "evidence.save_copy"
    EVIDENCE_REDACT = "evidence.redact"
    REPORT_PRINT = "report.print"
    BACKUP_MAKE = "backup.make"
    DENIED = "denied"


class Topic(StrEnum):
    """What changed, told to the pages that show it."""

    GROUPS = "groups"
    MEMBERS = "members"
    RULES = "rules"
    CASES = "cases"
    TASKS = "tasks"
    AUDIT = "audit"
    BACKUPS = "backups"
    DRAFTS = "drafts"
    FILTERS = "filters"
    TEMPLATES = "templates"
    OPERATORS = "operators"
    APPEALS = "appeals"
    REQUESTS = "requests"
    """Who wants to leave or to come back, and handovers."""
    REVIEWS = "reviews"
    EVIDENCE = "evidence"


class FairItem(StrEnum):
    """One line of the fair-process list."""

    RULE_PUBLISHED = "rule_published"
    REMINDED = "reminded"
    WARNED = "warned"
    FINAL_WARNED = "final_warned"
    TALKED = "talked"
    ANSWERED = "answered"
    REASON = "reason"
    EVIDENCE = "evidence"


class Edition(StrEnum):
    """Two editions of a report: the internal file copy, and the one to hand out."""

    FILE = "file"
    HANDOUT = "handout"

# SPDX-License-Identifier: MIT
"""Values to look at a template with: of an invented member, or of a real one of the group."""

from groupdesk.domain.enums import Language, TemplateKind
from groupdesk.domain.records import GroupRecord, MemberDetail, RuleRecord
from groupdesk.domain.templates import FRAMES, PLACEHOLDERS, Filled, fill, fill_ins, frame
from groupdesk.ui.context import UiContext
from groupdesk.ui.message_values import message_fallbacks, message_values
from groupdesk.words import Words


def sample_values(
    context: UiContext,
    language: Language,
    group: GroupRecord | None,
    detail: MemberDetail | None = None,
) -> dict[str, str]:
    """Return a value for each placeholder, in the language of the message.

    What is known of the group in front, its rules and the member `detail` stands in place of what
    is invented.
    """
    words = Words(language)
    values = {name: words(f"template_sample.{name}") for name in sorted(PLACEHOLDERS)}
    values["manager_name"] = context.desk.operator.name
    if group is not None:
        values["group_name"] = group.name
        if group.owner_name:  # a sender is nobody else to turn to
            own = group.owner_name == context.desk.operator.name
            values["helper_contact"] = "" if own else group.owner_name
        book = context.desk.rules.current(group.id)
        if book is not None and book.rules:
            values |= _of_rule(book.rules[0], language)
            values["rules_version"] = str(book.version)
            lines = (f"{rule.code} {rule.title(language)}" for rule in book.rules)
            values["rules_list"] = "\n".join(lines)
    if detail is not None:
        today = context.desk.clock().date()
        known = message_values(detail, context.desk.operator.name, language, None, today)
        values |= {name: value for name, value in known.items() if value}
    return values


def filled_sample(
    context: UiContext,
    kind: TemplateKind,
    language: Language,
    body: str,
    group: GroupRecord | None,
    detail: MemberDetail | None = None,
    *,
    answered: bool = False,
) -> Filled:
    """Return a template as its reader would see it, between header and footer.

    A header or footer is shown around a message. With `answered`, fill-ins hold their first
    choice, or their label; else they are gaps.
    """
    values, fallbacks = (
        sample_values(context, language, group, detail),
        message_fallbacks(language),
    )

    def filled(text: str) -> Filled:
        asked = fill_ins(text) if answered else ()
        answers = {one.label: one.choices[0] if one.choices else one.label for one in asked}
        return fill(text, values, fallbacks, answers)

    templates = context.desk.templates
    header, footer = templates.frame(language, group.id if group else None)
    if kind in FRAMES:
        around = templates.default(TemplateKind.REMINDER, language).body
        header = body if kind is TemplateKind.HEADER else header
        footer = body if kind is TemplateKind.FOOTER else footer
        return frame(filled(header), filled(around), filled(footer))
    if kind is TemplateKind.ANNOUNCEMENT:
        return filled(body)  # it goes to no single member
    return frame(filled(header), filled(body), filled(footer))


def _of_rule(rule: RuleRecord, language: Language) -> dict[str, str]:
    return {
        "rule_code": rule.code,
        "rule_title": rule.title(language),
        "rule_text": rule.text(language),
        "rule_hint": rule.hints.get(language, ""),
    }

# SPDX-License-Identifier: MIT
"""Names of templates are given once, and nothing is overwritten unseen."""

from dataclasses import replace

import pytest

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.errors import StateChangedError, ValidationError
from groupdesk.domain.template_fields import fields_of
from groupdesk.domain.template_names import KnownTemplates
from groupdesk.domain.templates import MessageTemplate

FIRST = MessageTemplate("own.1", TemplateKind.TALK, Language.EN, Tone.FIRM, "First", "Hello")
SECOND = replace(FIRST, id="own.2", name="Second")


@pytest.fixture
def known() -> KnownTemplates:
    return KnownTemplates((FIRST, SECOND))


def test_two_may_swap_their_names_over_a_third(known: KnownTemplates) -> None:
    known.take_name(replace(fields_of(FIRST), name="Third"), FIRST)
    known.take_name(replace(fields_of(SECOND), name="First"), SECOND)
    with pytest.raises(ValidationError, match="template_name_taken"):
        known.take_name(replace(fields_of(FIRST), name="First"), None)
    known.take_name(replace(fields_of(FIRST), name="Second"), None)


def test_a_new_one_has_its_name_at_once(known: KnownTemplates) -> None:
    new = replace(fields_of(FIRST), name="New")
    known.take_name(new, None)
    with pytest.raises(ValidationError, match="template_name_taken"):
        known.take_name(new, None)
    known.take_name(replace(new, language=Language.ZH), None)
    known.take_name(replace(new, group_id=1), None)


def test_what_was_not_seen_is_not_overwritten(known: KnownTemplates) -> None:
    known.require_as_seen(FIRST, "First")
    known.require_as_seen(None, "New")
    with pytest.raises(StateChangedError, match="template_changed"):
        known.require_as_seen(replace(FIRST, body="Earlier"), "First")
    with pytest.raises(StateChangedError, match="template_gone"):
        known.require_as_seen(replace(FIRST, id="own.3"), "First")

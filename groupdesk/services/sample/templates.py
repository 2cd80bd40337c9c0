# SPDX-License-Identifier: MIT
"""The templates that the managers of the sample wrote for themselves."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from groupdesk.domain.enums import Language, TemplateKind, Tone
from groupdesk.domain.template_fields import TemplateFields
from groupdesk.services.sample.stage import Stage, read


def put_templates(stage: Stage) -> None:
    """Put writing them on the programme."""
    for written in read("templates")["template"]:
        stage.add(stage.at(written["ago"], 11.2), partial(_save, stage, written))


def _save(stage: Stage, written: Mapping[str, Any]) -> None:
    fields = TemplateFields(
        TemplateKind(written["kind"]),
        Language(written["language"]),
        Tone(written["tone"]),
        written["name"],
        written["body"],
        stage.group_ids[written["group"]] if "group" in written else None,
    )
    stage.owner.templates.save(stage.operation(), fields)

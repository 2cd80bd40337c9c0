# SPDX-License-Identifier: MIT
"""The filters that the managers of the sample saved."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.sample.stage import Stage, read


def put_filters(stage: Stage) -> None:
    """Put saving them on the programme."""
    for saved in read("filters")["filter"]:
        which = MemberFilter.from_json(json.dumps(saved["content"]))
        stage.add(stage.at(saved["ago"], 9.6), partial(_save, stage, saved, which))


def _save(stage: Stage, saved: Mapping[str, Any], which: MemberFilter) -> None:
    name, key = saved["name"], saved.get("group")
    if key:
        which = which._replace(group_id=stage.group_ids[key])
    stage.owner.filters.save(stage.operation(), name, which)

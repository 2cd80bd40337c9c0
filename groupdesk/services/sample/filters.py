# SPDX-License-Identifier: MIT
"""The filters that the managers of the sample saved."""

import json
from functools import partial

from groupdesk.domain.member_filter import MemberFilter
from groupdesk.services.sample.stage import Stage, read


def put_filters(stage: Stage) -> None:
    """Put saving them on the programme."""
    for saved in read("filters")["filter"]:
        which = MemberFilter.from_json(json.dumps(saved["content"]))
        stage.add(stage.at(saved["ago"], 9.6), partial(_save, stage, saved["name"], which))


def _save(stage: Stage, name: str, which: MemberFilter) -> None:
    stage.owner.filters.save(stage.operation(), name, which)

# SPDX-License-Identifier: MIT
"""Which requests to leave a list shows, and how many there are."""

from collections.abc import Mapping
from typing import NamedTuple

from groupdesk.domain.leaving_enums import ExitChip


class ExitFilter(NamedTuple):
    """Which requests a list shows."""

    group_id: int | None = None
    chip: ExitChip | None = None
    text: str = ""


class ExitCounts(NamedTuple):
    """How many requests each chip would show; None stands for all."""

    chips: Mapping[ExitChip | None, int]

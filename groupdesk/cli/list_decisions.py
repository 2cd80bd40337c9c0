# SPDX-License-Identifier: MIT
"""What a command line decides about a list: who left, who only has another name."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from groupdesk.domain.enums import DepartureHow
from groupdesk.domain.errors import ValidationError
from groupdesk.domain.import_preview import TAKE_ALL, LineKind, PreviewLine, Take


def decided(chosen: argparse.Namespace, gone: Sequence[PreviewLine], *, partial: bool) -> Take:
    """Return what is taken in; `gone` are the members who are missing from the list.

    A list that may lack members (`partial`) tells of nobody that they have left. Who may only have
    another name is left alone unless `--renamed` or `--left` names them. Raises ValidationError:
    compare_needed, member_not_missing, member_not_unique, rename_not_possible.
    """
    if not chosen.compare:
        if chosen.renamed or chosen.left:
            raise ValidationError("compare", "compare_needed")
        return TAKE_ALL
    renames: dict[int, int] = {}
    for old, new in chosen.renamed:
        line = _missing(gone, old)
        rows = [offer.line for offer in line.renames if offer.name == new]
        if len(rows) != 1:
            raise ValidationError("renamed", "rename_not_possible", name=old, new=new)
        renames[rows[0]] = line.membership_id
    left = [_missing(gone, name).membership_id for name in chosen.left]
    take = replace(
        TAKE_ALL,
        compare=True,
        renames=renames,
        hows={
            line.membership_id: DepartureHow.UNKNOWN
            for line in gone
            if line.membership_id in left and line.explained is None
        },
    )
    if partial:
        only = frozenset(left)
        take = replace(take, left_kinds=frozenset({LineKind.LEFT}), departure_exceptions=only)
    return take


def _missing(gone: Sequence[PreviewLine], name: str) -> PreviewLine:
    found = [line for line in gone if line.name == name]
    if len(found) != 1:
        code = "member_not_unique" if found else "member_not_missing"
        raise ValidationError("left", code, name=name)
    return found[0]

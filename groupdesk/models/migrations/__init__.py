# SPDX-License-Identifier: MIT
"""Numbered steps from an empty file to today's schema. A published step is never edited."""

import sqlite3
from collections.abc import Callable

from groupdesk.models.migrations import (
    m0001_initial,
    m0002_members,
    m0003_moderation,
    m0004_decisions,
    m0005_leaving,
)

Migration = Callable[[sqlite3.Connection], None]

MIGRATIONS: tuple[Migration, ...] = (
    m0001_initial.apply,
    m0002_members.apply,
    m0003_moderation.apply,
    m0004_decisions.apply,
    m0005_leaving.apply,
)

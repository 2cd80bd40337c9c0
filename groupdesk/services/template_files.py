# SPDX-License-Identifier: MIT
"""Templates to and from files, for another workspace or another community manager."""

import os
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from groupdesk.domain.clock import to_text
from groupdesk.domain.errors import FileRefusedError
from groupdesk.domain.records import Receipt
from groupdesk.domain.template_enums import TemplateFound
from groupdesk.domain.template_exchange import (
    MOST_TEMPLATES,
    FoundTemplate,
    look_through,
    to_toml,
    told_texts,
)
from groupdesk.domain.templates import MessageTemplate
from groupdesk.models.storage_errors import classify
from groupdesk.services.ledger import Ledger
from groupdesk.services.new_file import new_file
from groupdesk.services.template_file_child import MAX_BYTES
from groupdesk.services.templates import Templates
from groupdesk.workers.outside import display_name, open_regular
from groupdesk.workers.runner import Limits, WorkerFailedError, run_worker

_LIMITS = Limits(memory_mb=512, cpu_seconds=10, wall_seconds=20.0, file_mb=50)
_MODULE = "groupdesk.services.template_file_child"


class TemplateFiles:
    """Reads and writes files of templates."""

    def __init__(self, ledger: Ledger, templates: Templates) -> None:
        """Save through `templates`."""
        self._ledger = ledger
        self._templates = templates

    def export(
        self, path: Path, templates: Iterable[MessageTemplate], *, overwrite: bool = False
    ) -> int:
        """Write templates into a file that is whole or not there; return how many.

        Raises GroupDeskError("export_exists") and StorageError: file_not_written,
        export_disk_full. An earlier file stays as it was then.
        """
        chosen = tuple(templates)
        data = to_toml(chosen, to_text(self._ledger.clock())).encode("utf-8")
        with new_file(path, overwrite=overwrite) as stream:
            stream.write(data)
        return len(chosen)

    def preview(self, path: Path, group_id: int | None = None) -> tuple[FoundTemplate, ...]:
        """Read a file in a child process and say what taking it in would do; nothing is written.

        Raises FileRefusedError, one code for each reason, and StorageError for a full disk.
        """
        name = display_name(path.name) or "templates"
        try:
            os.close(open_regular(path, MAX_BYTES))
            answer = list(run_worker(_MODULE, {"path": str(path.absolute())}, _LIMITS))[-1]
            if "refused" in answer:
                limit = f"{MOST_TEMPLATES}"
                raise FileRefusedError(name, str(answer["refused"]), limit=limit)
            rows = [told_texts(row) for row in answer["templates"][:MOST_TEMPLATES]]
        except OSError as error:
            refusal = FileRefusedError(name, "template_file_unreadable")
            raise classify(error) or refusal from error
        except (WorkerFailedError, IndexError, KeyError, TypeError, AttributeError) as error:
            raise FileRefusedError(name, "template_file_unreadable") from error
        return look_through(rows, self._templates.all(), group_id)

    def take_in(self, operation: UUID, path: Path, found: Iterable[FoundTemplate]) -> Receipt:
        """Save what a preview found new or changed, all of it or nothing.

        Raises as `Templates.take_in`.
        """
        wanted = [
            (one.before, one.fields)
            for one in found
            if one.fields is not None and one.state in {TemplateFound.NEW, TemplateFound.CHANGED}
        ]
        return self._templates.take_in(operation, display_name(path.name), wanted)

# SPDX-License-Identifier: MIT
"""An export as a job: a million rows are written beside the window, with progress and cancel."""

from typing import Any

from groupdesk.domain.export_records import ExportDone, ExportRequest
from groupdesk.services.jobs import JobContext


def export(context: JobContext, args: dict[str, Any]) -> ExportDone:
    """Write the file that `request`, an ExportRequest, asks for."""
    request: ExportRequest = args["request"]
    return context.desk.exports.export(request, context.progress)

# SPDX-License-Identifier: MIT
"""Reading a long workbook, beside calamine and LibreOffice; comparing a list with its group."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import python_calamine
from openpyxl.workbook.workbook import Workbook

from benchmarks.figure import Figure, median, seconds
from benchmarks.ground import LARGE_GROUP, Ground, read_result, rows
from groupdesk.services.imports.read import ReadOptions, open_file

SIZE = 100_000


def run(ground: Ground, size: int) -> list[Figure]:
    """Measure a workbook of `size` rows, and a list of 5,000 against the group it came from."""
    path = ground.folder / f"list-{size}.xlsx"
    _write(path, size)

    def ours() -> None:
        open_file(path, ReadOptions(accept_guess=True))

    def calamine() -> None:
        python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

    own = median(ours, 3)
    found = [
        Figure(
            f"read an XLSX of {size:,} rows",
            own,
            "s",
            peer="calamine alone",
            peer_value=median(calamine, 3),
            most=1.3,
        )
    ]
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed: nothing is measured beside it.")
    else:
        taken = seconds(_convert(office, path))
        found.append(
            Figure("the same, beside LibreOffice", own, "s", peer="it", peer_value=taken, most=0.2)
        )
    found.append(_diff(ground, min(LARGE_GROUP, size)))
    return found


def _write(path: Path, size: int) -> None:
    book = Workbook(write_only=True)  # type: ignore[no-untyped-call]  # openpyxl has no types
    sheet = book.create_sheet()  # type: ignore[no-untyped-call]
    sheet.append(("name", "user id", "phone", "company", "joined at", "tags"))
    for row in rows(size):
        joined = (row.joined_at or "")[:10]
        sheet.append(
            (row.name, row.external_id, row.phone, row.company, joined, ";".join(row.tags))
        )
    book.save(path)  # type: ignore[no-untyped-call]


def _convert(office: str, path: Path) -> Callable[[], None]:
    def convert() -> None:
        with tempfile.TemporaryDirectory() as folder:
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            subprocess.run(
                [office, profile, "--headless", "--convert-to", "csv", "--outdir", folder, path],
                check=True,
                capture_output=True,
                timeout=300,
            )

    convert()
    return convert


def _diff(ground: Ground, size: int) -> Figure:
    """Compare a list that was exported twice: a twentieth left, joined, and was renamed each."""
    desk = ground.crowded(size)
    few = max(size // 20, 1)
    later = rows(size + few)[few:]
    later[:few] = [row._replace(name=f"{row.name} 2") for row in later[:few]]

    def compare() -> None:
        desk.imports.preview(read_result(later), 1)

    return Figure(
        f"compare a list of {size:,} with its group", median(compare) * 1000, "ms", limit=200
    )

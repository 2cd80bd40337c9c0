# SPDX-License-Identifier: MIT
"""Child side of reading a list: recognise it, convert it, and send it in batches.

Runs in a process of its own (see read.py): parsing starves a window, and a file from outside
may be made to harm. The process knows neither Qt nor the database.
"""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from groupdesk.domain.enums import Platform
from groupdesk.domain.errors import FileRefusedError, ValidationError
from groupdesk.domain.import_records import (
    ImportField,
    ImportFormat,
    ImportNote,
    Mapping,
    NeedsMapping,
    Rejected,
)
from groupdesk.services.imports import detect, pasted, slack_csv, table, transport, wecom_json
from groupdesk.services.imports.convert import Batch, Converter
from groupdesk.services.imports.dates import DateReader
from groupdesk.services.imports.sources import BATCH, SheetSource, TextSource, text_opener
from groupdesk.workers.outside import open_regular

Emit = Callable[[dict[str, Any]], None]


def serve(request: dict[str, Any], emit: Emit) -> None:
    """Read `path` or `text` as `name` with `options`; see `ListReader` for the messages."""
    try:
        reader = ListReader(request, emit)
        if request["text"] is None:
            reader.read_file(Path(request["path"]))
        else:
            reader.read_text(request["text"])
    except FileRefusedError as refusal:
        emit({"refused": refusal.code, "values": _plain(refusal.values)})
    except ValidationError as error:
        emit({"invalid": error.code, "field": error.field, "values": _plain(error.values)})


def _plain(values: dict[str, object]) -> dict[str, str]:
    return {key: str(value) for key, value in values.items() if key != "name"}


class ListReader:
    """Sends {rows} and {rejected} messages, and as the last one {needs} or {result}."""

    def __init__(self, request: dict[str, Any], emit: Emit) -> None:
        options = request["options"]
        self._name: str = request["name"]
        self._emit = emit
        self._offset: int | None = options["utc_offset_minutes"]
        self._accept: bool = options["accept_guess"]
        self._encoding: str | None = options["encoding"]
        self._delimiter: str | None = options["delimiter"]
        self._sheet: str | None = options["sheet"]
        self._remembered: dict[str, Any] = options["remembered"]
        mapping = options["mapping"]
        self._mapping = None if mapping is None else transport.mapping_from_json(mapping)
        if self._mapping is not None:
            self._encoding = self._mapping.encoding or self._encoding
            self._delimiter = self._mapping.delimiter or self._delimiter
            self._sheet = self._mapping.sheet or self._sheet

    def read_file(self, path: Path) -> None:
        """Read a file. Raises FileRefusedError and ValidationError."""
        with os.fdopen(open_regular(path, detect.MAX_FILE_BYTES), "rb") as stream:
            before = os.fstat(stream.fileno())
            survey = detect.survey(stream, self._name, self._encoding)
            try:
                if survey.kind is detect.FileKind.JSON:
                    self._read_json(path, survey)
                elif survey.kind is detect.FileKind.TEXT:
                    opener = text_opener(str(path), survey.encoding, survey.bom)
                    self._read_delimited(opener, survey)
                else:
                    self._read_workbook(path, survey.sha256)
            except UnicodeDecodeError as error:
                raise FileRefusedError(self._name, "file_changed") from error
            after = path.stat()
            if (before.st_ino, before.st_size, before.st_mtime_ns) != (
                after.st_ino,
                after.st_size,
                after.st_mtime_ns,
            ):
                raise FileRefusedError(self._name, "file_changed")

    def read_text(self, text: str) -> None:
        """Read what was pasted: names, or a table with tabs."""
        data = text.encode("utf-8", "surrogatepass")
        sha256 = hashlib.sha256(data).hexdigest()
        if pasted.is_table(text):
            source = TextSource(lambda: io.StringIO(text, newline=""), "\t", self._name)
            file = table.TableFile(
                source, ImportFormat.PASTED, self._name, sha256, "utf-8", delimiter="\t"
            )
            self._read_table(file, check_text=True, notes=[])
            return
        lines, rows = pasted.names(text)
        if not rows:
            raise FileRefusedError(self._name, "list_empty")
        fields = {ImportField.NAME: [0]}
        converter = Converter(fields, 1, DateReader(None, self._offset), check_text=True)
        self._send(_in_batches(converter, lines, rows))
        self._finish(ImportFormat.PASTED, sha256, converter, encoding="utf-8")

    # -- kinds of files

    def _read_json(self, path: Path, survey: detect.Survey) -> None:
        if path.stat().st_size > detect.MAX_JSON_BYTES:
            limit = f"{detect.MAX_JSON_BYTES // 1_000_000} MB"
            raise FileRefusedError(self._name, "file_too_large", limit=limit)
        with text_opener(str(path), survey.encoding, survey.bom)() as stream:
            document = wecom_json.load(stream.read(), self._name)
        group = wecom_json.read(document, self._name)
        converter = Converter(
            wecom_json.FIELDS,
            len(wecom_json.FIELDS),
            DateReader(None, self._offset),
            check_text=True,
        )
        self._send(_in_batches(converter, group.lines, group.rows))
        broken = [Rejected(line, "not_a_member", {}, text) for line, text in group.broken]
        self._send(iter([Batch(rejected=broken)]))
        self._finish(
            ImportFormat.WECOM_JSON,
            survey.sha256,
            converter,
            encoding=survey.encoding,
            notes=[*group.notes, *_survey_notes(survey)],
            group_name=group.group_name,
            group_id=group.group_id,
            platform=Platform.WECOM,
        )

    def _read_delimited(self, opener: Callable[[], TextIO], survey: detect.Survey) -> None:
        delimiter = self._delimiter
        if delimiter is None:
            with opener() as stream:
                lines = [line for line in islice(stream, 60) if line.strip()]
            delimiter = _told_delimiter(lines) or detect.find_delimiter(lines)
        source = TextSource(opener, delimiter, self._name)
        file = table.TableFile(
            source, ImportFormat.TABLE, self._name, survey.sha256, survey.encoding, delimiter
        )
        notes = _survey_notes(survey)
        if self._mapping is None:
            begin = table.beginning(file)
            fields = slack_csv.fields_of(begin.header)
            if fields is not None:
                self._read_slack(file, begin, fields, survey, notes)
                return
        self._read_table(file, check_text=survey.has_nul, notes=notes)

    def _read_slack(
        self,
        file: table.TableFile,
        begin: table.Beginning,
        fields: dict[ImportField, list[int]],
        survey: detect.Survey,
        notes: list[ImportNote],
    ) -> None:
        converter = Converter(
            fields,
            begin.width,
            DateReader(None, self._offset),
            check_text=survey.has_nul,
            skip_ids=slack_csv.NO_PERSONS,
        )
        self._send(table.read_rows(file, begin.header_row, converter))
        self._finish(
            ImportFormat.SLACK_CSV,
            survey.sha256,
            converter,
            encoding=survey.encoding,
            notes=notes,
            platform=Platform.SLACK,
        )

    def _read_workbook(self, path: Path, sha256: str) -> None:
        from groupdesk.workers.workbooks import Workbook  # noqa: PLC0415 — only for workbooks

        book = Workbook(path, self._name)
        visible = [sheet.name for sheet in book.sheets if not sheet.hidden]
        names = [self._sheet] if self._sheet else visible or [s.name for s in book.sheets]
        chosen = next((n for n in names if next(book.rows(n, BATCH), None) is not None), names[0])
        source = SheetSource(lambda: book.rows(chosen, BATCH))
        file = table.TableFile(
            source, ImportFormat.WORKBOOK, self._name, sha256, sheet=chosen, sheets=book.sheets
        )
        hidden = [sheet.name for sheet in book.sheets if sheet.hidden]
        told = {"count": str(len(hidden)), "sheets": ", ".join(hidden)[:200]}
        notes = [ImportNote("hidden_sheets", told)] if hidden else []
        self._read_table(file, check_text=True, notes=notes)

    # -- tables

    def _read_table(
        self, file: table.TableFile, *, check_text: bool, notes: list[ImportNote]
    ) -> None:
        begin = table.beginning(file, self._mapping)
        if not begin.rows:
            raise FileRefusedError(self._name, "list_empty")
        needs = table.needs_mapping(file, begin)
        mapping = self._mapping or self._known_mapping(file, begin, needs)
        if mapping is None:
            self._emit({"needs": asdict(needs)})
            return
        if mapping.header_row != begin.header_row:
            begin = table.beginning(file, mapping)
        table.check_mapping(mapping, begin.width)
        converter = table.converter_for(file, mapping, self._offset, check_text=check_text)
        self._send(table.read_rows(file, mapping.header_row, converter))
        self._finish(
            file.format,
            file.sha256,
            converter,
            encoding=file.encoding,
            notes=notes,
            mapping=mapping,
            shape_key=table.key_of(file, begin),
            sheets=file.sheets,
        )

    def _known_mapping(
        self, file: table.TableFile, begin: table.Beginning, needs: NeedsMapping
    ) -> Mapping | None:
        """Return the mapping remembered for this layout, or the guess if that will do."""
        remembered = {
            key: transport.mapping_from_json(known) for key, known in self._remembered.items()
        }
        known = table.remembered_mapping(file, begin, remembered)
        if known is not None:
            return known
        return needs.mapping if self._accept else None

    # -- answers

    def _send(self, batches: Iterator[Batch]) -> None:
        for batch in batches:
            if batch.columns.get("line"):
                self._emit({"rows": transport.rows_to_json(batch.columns)})
            if batch.rejected:
                self._emit({"rejected": transport.rejected_to_json(batch.rejected)})

    def _finish(
        self,
        kind: ImportFormat,
        sha256: str,
        converter: Converter,
        *,
        encoding: str = "",
        notes: list[ImportNote] | None = None,
        mapping: Mapping | None = None,
        **more: Any,
    ) -> None:
        told = [*(notes or []), *_converter_notes(converter)]
        sheets = more.pop("sheets", ())
        self._emit(
            {
                "result": {
                    "format": kind.value,
                    "sha256": sha256,
                    "encoding": encoding,
                    "notes": [[note.code, note.values] for note in told],
                    "mapping": None if mapping is None else transport.mapping_to_json(mapping),
                    "sheets": [asdict(sheet) for sheet in sheets],
                    "withdrawn": sorted(converter.seen.withdrawn),
                    **more,
                }
            }
        )


def _in_batches(converter: Converter, lines: list[int], rows: list[list[str]]) -> Iterator[Batch]:
    for start in range(0, len(rows), BATCH):
        yield converter.convert(lines[start : start + BATCH], rows[start : start + BATCH])


def _told_delimiter(lines: list[str]) -> str:
    """Return the delimiter of a `sep=;` line as spreadsheets write it, "" without one."""
    first = lines[0].strip('\r\n "\ufeff') if lines else ""
    return first[4] if first[:4].lower() == "sep=" and len(first) == 5 else ""


def _survey_notes(survey: detect.Survey) -> list[ImportNote]:
    return [ImportNote("replacement_characters")] if survey.has_replacement else []


def _converter_notes(converter: Converter) -> list[ImportNote]:
    notes: list[ImportNote] = []
    for code in ("names_missing", "date_unreadable", "date_ambiguous"):
        if count := converter.counts[code]:
            line, value = converter.firsts[code]
            told = {"count": str(count), "line": str(line), "value": value[:60]}
            notes.append(ImportNote(code, told))
    for code in ("bots", "deactivated"):
        count = converter.counts[code]
        notes += [ImportNote(code, {"count": str(count)})] if count else []
    long_ids = converter.counts["long_ids"]
    if long_ids >= 3 and converter.counts["long_ids_round"] == long_ids:
        notes.append(ImportNote("ids_rounded", {"count": str(long_ids)}))
    return notes

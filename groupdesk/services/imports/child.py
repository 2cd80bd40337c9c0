# SPDX-License-Identifier: MIT
"""Child side of reading a list: recognise it, convert it, and send it in batches.

Runs in a process of its own (see read.py): parsing starves a window, and a file from outside
may be made to harm. The process knows neither Qt nor the database.
"""

import hashlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from groupdesk.domain.errors import FileRefusedError, ValidationError
from groupdesk.domain.import_records import (
    ImportField,
    ImportFormat,
    ImportNote,
    Mapping,
    MappingOrigin,
    NeedsMapping,
    Rejected,
    Sheet,
)
from groupdesk.services.imports import (
    detect,
    layouts,
    own,
    own_list,
    pasted,
    table,
    table_groups,
    transport,
    vcard,
)
from groupdesk.services.imports.convert import Batch, Converter
from groupdesk.services.imports.dates import DateReader
from groupdesk.services.imports.formats import flat, recognise
from groupdesk.services.imports.formats.document import load
from groupdesk.services.imports.reading_notes import of_converter, of_survey
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
    """Sends {rows} and {rejected} messages, and as the last one {needs}, {groups} or {result}."""

    def __init__(self, request: dict[str, Any], emit: Emit) -> None:
        options = request["options"]
        self._name: str = request["name"]
        self._emit = emit
        self._offset: int | None = options["utc_offset_minutes"]
        self._accept: bool = options["accept_guess"]
        self._ask: bool = options["ask"]
        self._encoding: str | None = options["encoding"]
        self._delimiter: str | None = options["delimiter"]
        self._sheet: str | None = options["sheet"]
        self._group: int | None = options["group"]
        self._own: dict[str, str] = options["own"]
        self._remembered: dict[str, Any] = options["remembered"]
        mapping = options["mapping"]
        self._mapping = None if mapping is None else transport.mapping_from_json(mapping)
        if self._mapping is not None:
            self._encoding = self._mapping.encoding or self._encoding
            self._delimiter = self._mapping.delimiter or self._delimiter
            self._sheet = self._mapping.sheet or self._sheet

    def read_file(self, path: Path) -> None:
        """Read a file. Raises FileRefusedError and ValidationError."""
        with os.fdopen(open_regular(path, detect.MAX_JSON_BYTES), "rb") as stream:
            before = os.fstat(stream.fileno())
            survey = detect.survey(stream, self._name, self._encoding)
            try:
                if survey.kind is detect.FileKind.JSON:
                    self._read_json(path, survey)
                elif survey.kind is detect.FileKind.TEXT:
                    opener = text_opener(str(path), survey.encoding, survey.bom)
                    self._read_delimited(opener, survey)
                elif survey.kind is detect.FileKind.VCARD:
                    stream.seek(0)
                    self._read_cards(stream, survey.sha256, self._encoding)
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
        if detect.holds_cards(data):
            self._read_cards(io.BytesIO(data), sha256, "utf-8")
            return
        found = pasted.as_table(text, self._name)
        if found is not None:
            source, delimiter = found
            file = table.TableFile(
                source, ImportFormat.PASTED, self._name, sha256, "utf-8", delimiter=delimiter
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
        opener = text_opener(str(path), survey.encoding, survey.bom)
        with opener() as stream:
            ours = own.is_json(stream.read(1000))
        if ours:
            self._read_own(own_list.json_opener(opener, self._name), survey.sha256, survey.encoding)
            return
        document = load(opener, self._name, recognise.LINES)
        try:
            groups = recognise.groups(document, self._name)
        except FileRefusedError as refusal:
            objects = flat.source_of(document) if refusal.code == "json_unknown" else None
            if objects is None:
                raise
            kind, notes = ImportFormat.JSON_TABLE, of_survey(survey)
            file = table.TableFile(objects, kind, self._name, survey.sha256, survey.encoding)
            self._read_table(file, check_text=True, notes=notes)
            return
        if self._group is None and len(groups) > 1:
            self._emit({"groups": [[g.format, g.group_name or "", len(g.rows)] for g in groups]})
            return
        place = self._group or 0
        if place >= len(groups):
            raise FileRefusedError(self._name, "file_changed")
        group = groups[place]
        fields = {field: [at] for at, field in enumerate(group.fields)}
        dates = DateReader(None, self._offset)
        converter = Converter(fields, len(fields), dates, check_text=True)
        self._send(_in_batches(converter, group.lines, group.rows))
        for start in range(0, len(group.broken), BATCH):
            self._send(iter([Batch(rejected=group.broken[start : start + BATCH])]))
        self._finish(
            group.format,
            survey.sha256,
            converter,
            encoding=survey.encoding,
            notes=[*group.all_notes(), *of_survey(survey)],
            group_name=group.group_name,
            group_id=group.group_id,
            platform=group.platform,
        )

    def _read_delimited(self, opener: Callable[[], TextIO], survey: detect.Survey) -> None:
        delimiter = self._delimiter
        if delimiter is None:
            with opener() as stream:
                lines = [line for line in islice(stream, 60) if line.strip()]
            ours = own.delimiter(lines[0]) if lines else ""
            delimiter = detect.told_delimiter(lines) or ours or detect.find_delimiter(lines)
        source = TextSource(opener, delimiter, self._name)
        file = table.TableFile(
            source, ImportFormat.TABLE, self._name, survey.sha256, survey.encoding, delimiter
        )
        self._read_table(file, check_text=survey.has_nul, notes=of_survey(survey))

    def _read_cards(self, stream: BinaryIO, sha256: str, encoding: str | None) -> None:
        cards = vcard.read(stream, self._name, encoding)
        if not cards.rows and not cards.broken:
            raise FileRefusedError(self._name, "list_empty")
        width = len(vcard.FIELDS)
        converter = Converter(vcard.FIELDS, width, DateReader(None, self._offset), check_text=True)
        self._send(_in_batches(converter, cards.lines, cards.rows))
        broken = [Rejected(line, code, {}, text) for line, code, text in cards.broken]
        self._send(iter([Batch(rejected=broken)]))
        notes = [ImportNote("address_book")]
        if cards.groups:
            notes.append(ImportNote("cards_of_groups", {"count": str(cards.groups)}))
        self._finish(ImportFormat.VCARD, sha256, converter, encoding=cards.encoding, notes=notes)

    def _read_workbook(self, path: Path, sha256: str) -> None:
        from groupdesk.workers.workbooks import Workbook  # noqa: PLC0415 — only for workbooks

        book = Workbook(path, self._name)
        visible = [sheet.name for sheet in book.sheets if not sheet.hidden]
        names = [self._sheet] if self._sheet else visible or [s.name for s in book.sheets]
        rows = {name: len(next(book.rows(name, BATCH), ())) for name in names}
        # a cover with a note may stand in front: the sheet with most rows is the likeliest list
        filled = sorted(filter(rows.get, names), key=rows.__getitem__, reverse=True) or names[:1]
        if not self._sheet and not rows[filled[0]] and len(visible) < len(book.sheets):
            unseen = ", ".join(f"“{sheet.name}”" for sheet in book.sheets if sheet.hidden)
            raise FileRefusedError(self._name, "sheets_hidden", sheets=unseen[:300])
        chosen = filled[0]
        if len(filled) > 1:  # a sheet of groups beside one of members
            chosen = next((n for n in filled if not _lists_groups(book, n)), chosen)
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
        header = own.header_of(next(file.source.batches(), ([], []))[1])
        if header is not None and self._mapping is None and not self._ask:
            ours = own_list.table_opener(file.source, header)
            self._read_own(ours, file.sha256, file.encoding, notes, file.sheets)
            return
        file = table.without_secrets(file)
        begin = table.beginning(file)
        layout = layouts.recognise(begin.header, begin.rows)
        if table_groups.lists_groups(begin.header):
            raise FileRefusedError(self._name, "list_of_groups")
        if self._mapping is not None:
            begin = table.beginning(file, self._mapping)
        if not begin.rows:
            raise table.nothing_in(file)
        picked = table_groups.pick(file, begin, layout, self._group, self._own["group_name"])
        if picked.open:
            kind = (layout.format if layout else file.format).value
            self._emit({"groups": [[kind, *group] for group in picked.open]})
            return
        if picked.file is not file:
            file, begin = picked.file, table.beginning(picked.file, self._mapping)
        needs = table.needs_mapping(file, begin, layout)
        mapping = self._mapping
        if mapping is None:
            needs = self._with_remembered(file, begin, needs)
            if self._ask or not self._may_read(needs):
                self._emit({"needs": asdict(needs)})
                return
            mapping = needs.mapping
        if mapping.header_row != begin.header_row:
            begin = table.beginning(file, mapping)
        table.check_mapping(mapping, begin.width)
        told = self._mapping is not None or needs.origin is not MappingOrigin.KNOWN
        said = [ImportNote(code) for code in layout.notes] if layout else []
        converter = table.converter_for(
            file,
            mapping,
            self._offset,
            check_text=check_text,
            skip_ids=layout.skip_ids if layout else frozenset(),
        )
        self._send(table.read_rows(file, mapping.header_row, converter))
        self._finish(
            layout.format if layout else file.format,
            file.sha256,
            converter,
            encoding=file.encoding,
            notes=[*self._remembered_note(needs), *notes, *said],
            mapping=mapping,
            shape_key=table.key_of(file, begin) if told else "",
            sheets=file.sheets,
            platform=layout.platform if layout else None,
            group_name=picked.name,
        )

    def _remembered_note(self, needs: NeedsMapping) -> list[ImportNote]:
        known = self._mapping is None and needs.origin is MappingOrigin.REMEMBERED
        return [ImportNote("mapping_remembered")] if known else []

    def _with_remembered(
        self, file: table.TableFile, begin: table.Beginning, needs: NeedsMapping
    ) -> NeedsMapping:
        """Propose the mapping that was confirmed for this layout, if one was."""
        remembered = {
            key: transport.mapping_from_json(known) for key, known in self._remembered.items()
        }
        known = table.remembered_mapping(file, begin, remembered)
        if known is None:
            return needs
        begin = table.beginning(file, known)
        needs = table.needs_mapping(file, begin)
        return replace(needs, mapping=known, origin=MappingOrigin.REMEMBERED)

    def _may_read(self, needs: NeedsMapping) -> bool:
        """Say whether the list can be read without asking a person."""
        if needs.origin is MappingOrigin.KNOWN and not needs.dates_ambiguous:
            return True
        return self._accept or needs.origin is MappingOrigin.REMEMBERED

    def _read_own(
        self,
        open_list: own_list.Open,
        sha256: str,
        encoding: str,
        notes: Sequence[ImportNote] = (),
        sheets: tuple[Sheet, ...] = (),
    ) -> None:
        found = own_list.read(open_list, self._own, self._group, self._name, self._send)
        if isinstance(found, list):
            self._emit({"groups": found})
            return
        self._finish(
            ImportFormat.GROUPDESK,
            sha256,
            found.converter,
            encoding=encoding,
            notes=list(notes),
            sheets=sheets,
            platform=found.platform,
            group_name=found.group_name or None,
        )

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
        told = [*(notes or []), *of_converter(converter)]
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


def _lists_groups(book: Any, sheet: str) -> bool:
    rows: list[Sequence[str]] = next(book.rows(sheet, 30), [])
    return any(map(table_groups.lists_groups, rows))


def _in_batches(
    converter: Converter, lines: list[int], rows: Sequence[Sequence[str]]
) -> Iterator[Batch]:
    for start in range(0, len(rows), BATCH):
        yield converter.convert(lines[start : start + BATCH], rows[start : start + BATCH])

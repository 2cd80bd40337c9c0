# SPDX-License-Identifier: MIT
"""One spelling for what is hashed: the same content gives the same bytes, always."""

import hashlib
import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from json.encoder import encode_basestring

PREFIX = b"groupdesk.audit.v1"
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def canonical_json(value: object) -> bytes:
    """Return sorted, compact UTF-8 JSON with all text in NFC.

    Raises ValueError for NaN and infinities, which have no spelling in JSON.
    """
    return _as_bytes(_ENCODER.encode(value))


def canonical_texts(
    after: Mapping[str, str], rows: Mapping[str, str], before: Mapping[str, str] | None = None
) -> bytes:
    """Return `canonical_json` of {"after": after, "rows": rows} in two thirds of its time.

    With values in `before` they stand there, too.
    """
    was = f'"before":{_object(before)},' if before else ""
    return _as_bytes(f'{{"after":{_object(after)},{was}"rows":{_object(rows)}}}')


def _object(texts: Mapping[str, str]) -> str:
    spell = encode_basestring
    return f"{{{','.join([f'{spell(name)}:{spell(texts[name])}' for name in sorted(texts)])}}}"


def _spelled(value: object) -> str:
    return str(value) if type(value) is int else _ENCODER.encode(value)


def _as_bytes(text: str) -> bytes:
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).encode()


def payload_digest(salt: bytes, body: bytes) -> bytes:
    """Return the 32-byte commitment to one payload: it can be erased without a trace of it."""
    return hashlib.sha256(salt + body).digest()


def entry_hash(fields: tuple[object, ...], digests: bytes, previous: bytes) -> bytes:
    """Return the hash of a log entry over its fields, its payloads' digests and the last hash.

    Each field is preceded by its length, so that no two lists of fields read the same.
    """
    hasher = hashlib.sha256(PREFIX)
    for field in (*fields, hashlib.sha256(digests).hexdigest(), previous.hex()):
        data = b"" if field is None else str(field).encode()
        hasher.update(b"%d:" % (-1 if field is None else len(data)))
        hasher.update(data)
    return hasher.digest()


def row_digest(row: Mapping[str, object]) -> str:
    """Return the digest of one table row by column name; bytes do not occur in our rows.

    An empty (None) column is left out, so that a later migration may add columns that are empty
    in old rows, and their digests in the log still hold.
    """
    filled = {name: value for name, value in row.items() if value is not None}
    return hashlib.sha256(canonical_json(filled)).hexdigest()[:32]


def row_digests(names: Sequence[str]) -> Callable[[Sequence[object]], str]:
    """Return `row_digest` for many rows with the same columns, given as their values in order.

    It takes half the time: the columns are put in order and spelled once.
    """
    order = sorted(range(len(names)), key=names.__getitem__)
    heads = [(f"{encode_basestring(names[at])}:", at) for at in order]

    def digest(values: Sequence[object]) -> str:
        spelled = [
            head + (encode_basestring(value) if type(value) is str else _spelled(value))
            for head, at in heads
            if (value := values[at]) is not None
        ]
        return hashlib.sha256(_as_bytes(f"{{{','.join(spelled)}}}")).hexdigest()[:32]

    return digest

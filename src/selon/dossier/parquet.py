"""Entries as Parquet tables, there and back. Needs pyarrow, which the extra `parquet` brings.

The columns follow from the types of the contract: a span is `{start, end}`, a day a date, a time of day its ISO
text, a number of any kind a double (so that integers beyond 2**53 are rounded), a list a list.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import ModuleType
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec.inspect import (
    BoolType,
    DateType,
    FloatType,
    IntType,
    Metadata,
    NoneType,
    StructType,
    Type,
    UnionType,
    VarTupleType,
    type_info,
)

from selon.dossier.contract import Dossier, StoryEntry
from selon.dossier.data import KINDS, rebuilt

_EXACT = 2**53


def to_parquet(dossier: Dossier) -> dict[str, bytes]:
    """Return one file for each kind of entry, and `story.parquet` with one row: by name. Raises ImportError."""
    head = {"schema": dossier.schema, "language": dossier.language}
    files = {"story.parquet": table([dossier.story], StoryEntry, [head])}
    for _, field in KINDS:
        files[f"{field}.parquet"] = table(getattr(dossier, field), entry_type(field))
    return files


def from_parquet(files: Mapping[str, bytes]) -> Dossier:
    """Return the dossier of the files that `to_parquet` gave, by name. Raises FormatFault, KeyError, ImportError."""
    (story,) = _rows(files["story.parquet"], StoryEntry)
    return rebuilt(story, ((field, _rows(files[f"{field}.parquet"], entry_type(field))) for _, field in KINDS))


def entry_type(field: str) -> type[msgspec.Struct]:
    """Return the type of the entries that a key of the dossier lists."""
    found: type[msgspec.Struct] = get_args(get_type_hints(Dossier)[field])[0]
    return found


def table(
    entries: Iterable[msgspec.Struct], kind: type[msgspec.Struct], beside: Sequence[Mapping[str, str | None]] = ()
) -> bytes:
    """Return entries of one kind as a Parquet file, after the columns of text that stand `beside` each of them."""
    pa = _arrow()
    pq = _arrow("pyarrow.parquet")
    info = type_info(kind)
    assert isinstance(info, StructType)
    columns = [pa.field(name, pa.string()) for name in (beside[0] if beside else {})]
    columns += [pa.field(f.encode_name, _column(f.type, pa)) for f in info.fields]
    packed = [_packed(msgspec.to_builtins(e, builtin_types=(dt.date,)), info) for e in entries]
    rows = [{**extra, **row} for extra, row in zip(beside, packed, strict=True)] if beside else packed
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=pa.schema(columns)), out, compression="zstd")
    return out.getvalue()


def _rows(data: bytes, kind: type[msgspec.Struct]) -> list[Any]:
    pq = _arrow("pyarrow.parquet")
    info = type_info(kind)
    return [_unpacked(row, info) for row in pq.read_table(io.BytesIO(data)).to_pylist()]


def _arrow(name: str = "pyarrow") -> ModuleType:
    from importlib import import_module  # noqa: PLC0415

    try:
        return import_module(name)
    except ImportError as error:
        msg = "Parquet needs pyarrow, which is not installed: pip install 'selon[parquet]'"
        raise ImportError(msg) from error


def _bare(kind: Type) -> Type:
    """Return a type without its description and without the null that it may be."""
    while isinstance(kind, Metadata):
        kind = kind.type
    if isinstance(kind, UnionType):
        known = [one for one in kind.types if not isinstance(one, NoneType)]
        return FloatType() if len(known) > 1 else _bare(known[0])
    return kind


def _column(kind: Type, pa: ModuleType) -> Any:
    """Return the Arrow type of a column."""
    kind = _bare(kind)
    if isinstance(kind, StructType):
        return pa.struct([pa.field(f.encode_name, _column(f.type, pa)) for f in kind.fields])
    if isinstance(kind, VarTupleType):
        return pa.list_(_column(kind.item_type, pa))
    simple: dict[type[Type], Callable[[], Any]] = {
        BoolType: pa.bool_,
        DateType: pa.date32,
        FloatType: pa.float64,
        IntType: pa.int64,
    }
    return simple.get(type(kind), pa.string)()


def _packed(value: Any, kind: Type) -> Any:
    """Return a value as its column takes it."""
    kind = _bare(kind)
    if value is None:
        return None
    if isinstance(kind, StructType):
        parts = zip((f.encode_name for f in kind.fields), value, strict=True) if kind.array_like else value.items()
        types = {f.encode_name: f.type for f in kind.fields}
        return {name: _packed(part, types[name]) for name, part in parts}
    if isinstance(kind, VarTupleType):
        return [_packed(item, kind.item_type) for item in value]
    return _double(value) if isinstance(kind, FloatType) else value


def _unpacked(value: Any, kind: Type) -> Any:
    """Return a column's value as the contract has it."""
    kind = _bare(kind)
    if value is None:
        return None
    if isinstance(kind, StructType):
        types = {f.encode_name: f.type for f in kind.fields}
        parts = {name: _unpacked(part, types[name]) if name in types else part for name, part in value.items()}
        return list(parts.values()) if kind.array_like else parts
    if isinstance(kind, VarTupleType):
        return [_unpacked(item, kind.item_type) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return int(value) if isinstance(kind, FloatType) and value.is_integer() and abs(value) <= _EXACT else value


def _double(value: float) -> float:
    """Return the nearest double; beyond all of them, infinity."""
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")

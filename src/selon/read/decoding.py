"""From bytes to text, with every check that can fail before the article is looked at."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup

from selon.errors import BinaryInput, EmptyInput, EncodingFault, LanguageFault, OversizeInput
from selon.text.language import foreign

_MAGIC = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x7fELF": "a program",
    b"{\\rtf": "a rich text (RTF) file",
}
_TEXT = "Selon reads text in UTF-8: .txt, .html and .jsonl files"
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x80-\x9f]")
_HEAD = 4096  # bytes in which a page must declare its encoding (HTML asks for 1024; old pages are late)


def text_of(data: bytes, place: str) -> str:
    """Return `data` as `Path.read_text(encoding="utf-8")` would: every line end is a line feed, a BOM stays.

    Raises BinaryInput, EncodingFault or EmptyInput, which name `place`.
    """
    refuse_binary(data, place)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"expected UTF-8, found byte 0x{data[error.start]:02x} at position {error.start}"
        raise EncodingFault(place, f"{found} ({_likely(data)})", "Convert the file to UTF-8") from error
    if not text.strip().strip("\ufeff"):
        raise EmptyInput(place, "nothing in it but white space", "Expected the text of an article")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def page_text_of(data: bytes, place: str) -> str:
    """Return the source of a page, in the encoding that it declares when it isn't UTF-8. Raises like `text_of`."""
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith(BOM_UTF8):
        try:
            codec = lookup(declared.group(1).decode("ascii")).name
            if codec in {"iso8859-1", "iso8859-15", "cp1252"}:
                # browsers read Latin-1 as its superset; undefined bytes are shown as such and stop nothing
                data = data.decode("cp1252" if codec == "iso8859-1" else codec, "replace").encode()
        except LookupError:
            pass  # an encoding that nobody knows: UTF-8 or nothing
    return text_of(data, place)


def refuse_binary(data: bytes, place: str) -> None:
    """Raise BinaryInput, which says what was found, unless `data` can be text."""
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise BinaryInput(place, f"expected text, found {name}", _TEXT)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise EncodingFault(place, "expected UTF-8, found UTF-16", "Convert the file to UTF-8")
    if b"\0" in data:
        raise BinaryInput(place, f"expected text, found a zero byte at position {data.index(0)}", _TEXT)


def refuse_oversize(size: int, limit: int, place: str, what: str = "the file") -> None:
    """Raise OversizeInput when `size` bytes are over `limit`."""
    if size > limit:
        raise OversizeInput(place, f"{what} has more than {limit:,} bytes", "Split it, or raise the limit")


def refuse_foreign(text: str, place: str) -> None:
    """Raise LanguageFault, which names the language found, when `text` surely isn't French."""
    code = foreign(text)
    if code is not None:
        from babel import Locale  # noqa: PLC0415 loaded on use

        name = Locale("en").languages.get(code, code)
        raise LanguageFault(place, f"expected French, found {name} ({code})", "Selon reads French")


def _likely(data: bytes) -> str:
    """Name the encoding that bytes which aren't UTF-8 probably are in."""
    # bytes 0x80 to 0x9F are control characters in Latin-1, but quotation marks and dashes in Windows-1252
    return "it may be Windows-1252" if _CONTROLS.search(data) else "it may be Latin-1 or Windows-1252"

"""From files to articles, and what becomes of files that are none."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.errors import (
    BinaryInput,
    EmptyInput,
    EncodingFault,
    FormatFault,
    InputError,
    LanguageFault,
    MissingInput,
    OversizeInput,
)
from selon.model import Article, Metadata, article_id
from selon.read import DEFAULT_LIMIT, from_text, read
from selon.read.decoding import text_of

FRENCH = "Le maire de Valombre a annoncé jeudi la fermeture du pont, fragilisé par la crue.\n\n« Nous n'avons pas le choix », a-t-il dit."
ENGLISH = (
    "The mayor of the town announced on Thursday that the bridge would be closed after the flood of last week. " * 3
)
PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Le pont fermé - La Sentinelle</title>
<meta property="og:title" content="Le pont fermé"><meta property="og:site_name" content="La Sentinelle">
<meta name="author" content="Anne Morel"><link rel="canonical" href="https://sentinelle.example/pont">
<meta property="article:published_time" content="2021-03-04T18:12:00+01:00">
<meta property="article:modified_time" content="2021-03-06T08:00:00+01:00"></head>
<body><nav><a href="/">Accueil</a> <a href="/s">Sports</a></nav><article><h1>Le pont fermé</h1>
<p>Le maire de Valombre a annoncé jeudi la fermeture du pont, fragilisé par la crue de la semaine dernière.</p>
<p>« Nous n'avons pas le choix », a-t-il déclaré devant une centaine d'habitants réunis à la mairie.</p>
<p>La préfecture a confirmé que les travaux dureraient plusieurs mois et coûteraient deux millions d'euros.</p>
</article><footer>Mentions légales</footer></body></html>"""


def one(path: Path, limit: int = DEFAULT_LIMIT) -> Article | InputError:
    found = list(read([path], limit))
    assert len(found) == 1
    return found[0]


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_text_file_is_kept_as_it_is(tmp_path):
    path = written(tmp_path, "a.txt", FRENCH)
    assert one(path) == Article(id=article_id("a.txt", FRENCH), text=FRENCH, path=str(path))


def test_the_folder_does_not_count_in_the_id():
    assert from_text(FRENCH, "x/y/a.txt").id == from_text(FRENCH, "z\\a.txt").id == from_text(FRENCH, "a.txt").id
    assert from_text(FRENCH, "a.txt").id != from_text(FRENCH, "b.txt").id


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_the_text_is_what_python_reads(tmp_path_factory, text):
    path = written(tmp_path_factory.mktemp("r"), "a.txt", "x" + text)
    assert text_of(path.read_bytes(), "a") == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "fault", "reason"),
    [
        (b"", EmptyInput, "nothing in it but white space"),
        (b" \n\t\xef\xbb\xbf\n", EmptyInput, "nothing in it but white space"),
        (b"a\x00b", BinaryInput, "expected text, found a zero byte at position 1"),
        (b"%PDF-1.7 abc", BinaryInput, "expected text, found a PDF file"),
        (b"\x89PNG\r\n", BinaryInput, "expected text, found a PNG image"),
        (
            "é".encode("latin-1"),
            EncodingFault,
            "expected UTF-8, found byte 0xe9 at position 0 (it may be Latin-1 or Windows-1252)",
        ),
        (
            "“é”".encode("cp1252"),
            EncodingFault,
            "expected UTF-8, found byte 0x93 at position 0 (it may be Windows-1252)",
        ),
        ("été".encode("utf-16"), EncodingFault, "expected UTF-8, found UTF-16"),
        (ENGLISH.encode(), LanguageFault, "expected French, found English (en)"),
    ],
)
def test_what_is_no_french_text_is_refused_with_its_reason(tmp_path, content, fault, reason):
    path = written(tmp_path, "a.txt", content)
    error = one(path)
    assert (type(error), error.place, error.reason) == (fault, str(path), reason)


def test_short_texts_are_not_refused_for_their_language(tmp_path):
    assert isinstance(one(written(tmp_path, "a.txt", "Breaking news: Paris")), Article)


def test_missing_files_and_folders_without_texts_are_told(tmp_path):
    missing, bare = tmp_path / "none.txt", tmp_path / "bare"
    bare.mkdir()
    errors = list(read([missing, bare]))
    assert [type(error) for error in errors] == [MissingInput, MissingInput]
    assert [error.reason for error in errors] == ["no such file", "a folder without any .txt, .html or .jsonl file"]


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_not(tmp_path):
    path = written(tmp_path, "a.txt", "Le pont.")
    error = one(path, limit=7)
    assert (type(error), error.reason) == (OversizeInput, "the file has more than 7 bytes")
    assert isinstance(one(path, limit=8), Article)


def test_a_folder_stands_for_its_files_sorted_and_one_fault_stops_nothing(tmp_path):
    written(tmp_path, "b.txt", FRENCH)
    written(tmp_path, "a.html", PAGE)
    written(tmp_path, "c.jsonl", json.dumps({"text": FRENCH}) + "\n")
    written(tmp_path, "bad.txt", b"\x00")
    written(tmp_path, "notes.md", FRENCH)
    found = list(read([tmp_path, tmp_path / "none.txt"]))
    assert [(type(item).__name__, Path(getattr(item, "path", None) or item.place).name) for item in found] == [
        ("Article", "a.html"),
        ("Article", "b.txt"),
        ("BinaryInput", "bad.txt"),
        ("Article", "c.jsonl:1"),
        ("MissingInput", "none.txt"),
    ]


def test_a_page_gives_its_article_and_what_its_head_says(tmp_path):
    article = one(written(tmp_path, "p.html", PAGE))
    assert isinstance(article, Article)
    assert article.text.split("\n\n")[0] == "Le pont fermé"
    assert article.text.split("\n\n")[1].startswith("Le maire de Valombre")
    assert len(article.text.split("\n\n")) == 4
    assert article.url == "https://sentinelle.example/pont"
    assert article.metadata == Metadata(
        title="Le pont fermé",
        site="La Sentinelle",
        author="Anne Morel",
        published="2021-03-04",
        updated="2021-03-06",
        url="https://sentinelle.example/pont",
    )
    assert article.id == article_id("https://sentinelle.example/pont", article.text)


def test_no_date_is_made_up_for_a_page_that_has_none(tmp_path):
    page = "\n".join(line for line in PAGE.splitlines() if "_time" not in line).replace(
        "jeudi la", "que, le 12 mai 1902, la"
    )
    article = one(written(tmp_path, "p.html", page.replace("Mentions", "© 2025 Mentions") + "<!-- 2024-01-01 -->"))
    assert isinstance(article, Article)
    assert (article.metadata.published, article.metadata.updated) == (None, None)


def test_a_page_in_the_encoding_that_it_declares_is_read(tmp_path):
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    article = one(written(tmp_path, "p.html", page.encode("cp1252")))
    assert isinstance(article, Article)
    assert "fragilisé par la crue" in article.text


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<html><body></body></html>", EmptyInput),
        ("<html><body>" + "<div>" * 20_000, EmptyInput),
        ("<html><body>" + "<p>a" * 40_000, OversizeInput),
    ],
)
def test_a_page_without_an_article_is_told(tmp_path, page, fault):
    assert type(one(written(tmp_path, "p.html", page))) is fault


def test_a_page_without_a_suffix_is_known_by_its_first_words(tmp_path):
    assert isinstance(found := one(written(tmp_path, "page", PAGE)), Article)
    assert found.metadata.site == "La Sentinelle"


def test_a_text_file_is_never_taken_for_a_page(tmp_path):
    assert isinstance(found := one(written(tmp_path, "p.txt", PAGE)), Article)
    assert found.text == PAGE


def test_a_record_gives_an_article_with_its_metadata(tmp_path):
    record = {
        "text": "Premier paragraphe, assez court.\n\n\nSecond paragraphe.",
        "title": "Le  pont\nfermé",
        "url": "https://sentinelle.example/pont",
        "source": "La Sentinelle",
        "author": ["Anne Morel", "Jean Petit"],
        "date": "2021-03-04",
        "other": [1],
    }
    path = written(tmp_path, "r.jsonl", json.dumps(record))
    text = "Le pont fermé\n\nPremier paragraphe, assez court.\n\nSecond paragraphe."
    assert one(path) == Article(
        id=article_id(record["url"], text),
        text=text,
        extracted=True,
        path=f"{path}:1",
        url=record["url"],
        metadata=Metadata(
            title="Le  pont\nfermé",
            site="La Sentinelle",
            author="Anne Morel, Jean Petit",
            published="2021-03-04",
            url=record["url"],
        ),
    )


def test_a_title_that_opens_the_text_is_not_written_twice(tmp_path):
    article = one(
        written(tmp_path, "r.jsonl", json.dumps({"title": "Le pont fermé", "text": "LE PONT FERMÉ\nLe maire l'a dit."}))
    )
    assert isinstance(article, Article)
    assert article.text == "LE PONT FERMÉ\n\nLe maire l'a dit."


def test_bad_records_are_told_by_line_and_the_others_read(tmp_path):
    lines = [
        json.dumps({"text": "Le pont est fermé."}),
        "",
        "{not json",
        json.dumps({"title": "sans texte"}),
        json.dumps({"text": " "}),
        json.dumps({"text": 3}),
        json.dumps({"text": ENGLISH}),
        '{"text": "x", "deep": ' + "[" * 5000 + "]" * 5000 + "}",
        json.dumps({"text": "x" * 20_000}),
        json.dumps({"text": "Le pont est rouvert."}),
    ]
    path = written(tmp_path, "r.jsonl", "\n".join(lines))
    found = list(read([path], limit=15_000))
    assert [(type(item).__name__, getattr(item, "path", None) or item.place) for item in found] == [
        ("Article", f"{path}:1"),
        ("FormatFault", f"{path}:3"),
        ("FormatFault", f"{path}:4"),
        ("EmptyInput", f"{path}:5"),
        ("FormatFault", f"{path}:6"),
        ("LanguageFault", f"{path}:7"),
        ("FormatFault", f"{path}:8"),
        ("OversizeInput", f"{path}:9"),
        ("Article", f"{path}:10"),
    ]
    assert isinstance(found[2], FormatFault)
    assert "missing required field `text`" in found[2].reason


def test_records_keep_their_ids_in_another_order(tmp_path):
    lines = [json.dumps({"text": f"Le pont numéro {n} est fermé."}) for n in range(3)]
    first = written(tmp_path, "r.jsonl", "\n".join(lines))
    ids = [item.id for item in read([first])]
    written(tmp_path, "r.jsonl", "\n".join(reversed(lines)))
    assert [item.id for item in read([first])] == ids[::-1]


def test_records_are_read_one_at_a_time(tmp_path):
    path = written(tmp_path, "r.jsonl", "\n".join([json.dumps({"text": "Le pont est fermé."})] * 2) + "\n\xff")
    items = read([path])
    assert [type(item).__name__ for item in itertools.islice(items, 2)] == ["Article", "Article"]


def test_a_file_of_records_over_its_own_limit_is_refused(tmp_path):
    path = written(tmp_path, "r.jsonl", (json.dumps({"text": "Le pont est fermé."}) + "\n") * 200)
    error = one(path, limit=10)
    assert (type(error), error.reason) == (OversizeInput, "the file has more than 4,000 bytes")

"""The whole chain: read, clean, annotate, store, link, dossier. No package below knows all of it."""

from selon.ingest.adding import Report, add, add_read, reader, regroup
from selon.ingest.annotating import annotate, annotate_article, read_and_annotate
from selon.ingest.correcting import actors_of_story, find_actor, merge_actors, split_actor, undo_actors
from selon.ingest.dossiers import dossier_of_files, dossier_of_story
from selon.ingest.sorting import merge_stories, split_story, undo_stories
from selon.ingest.uploading import Taken, Upload, add_data
from selon.ingest.watching import Progress

__all__ = [
    "Progress",
    "Report",
    "Taken",
    "Upload",
    "actors_of_story",
    "add",
    "add_data",
    "add_read",
    "annotate",
    "annotate_article",
    "dossier_of_files",
    "dossier_of_story",
    "find_actor",
    "merge_actors",
    "merge_stories",
    "read_and_annotate",
    "reader",
    "regroup",
    "split_actor",
    "split_story",
    "undo_actors",
    "undo_stories",
]

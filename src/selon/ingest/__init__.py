"""The whole chain: read, clean, annotate, store, link, dossier. No package below knows all of it."""

from selon.ingest.adding import Report, add, add_read
from selon.ingest.annotating import annotate, annotate_article, read_and_annotate, reader
from selon.ingest.choosing import Days
from selon.ingest.claiming import find_claim, merge_claims, split_claim, undo_claims
from selon.ingest.copying import Copied, add_copy, copies_in_story, copies_of_article, reject_copy, undo_copy
from selon.ingest.correcting import actors_of_story, find_actor, merge_actors, split_actor, undo_actors
from selon.ingest.dossiers import dossier_of_files, dossier_of_story, dossier_of_whole
from selon.ingest.hearing import said_elsewhere
from selon.ingest.keeping import whole_story, worth_keeping
from selon.ingest.locating import located
from selon.ingest.placement import named_articles, regroup
from selon.ingest.restating import (
    Edit,
    Standing,
    add_statement,
    correct_statement,
    find_article,
    find_statement,
    reject_statement,
    undo_statement,
)
from selon.ingest.sorting import merge_stories, split_story, undo_stories
from selon.ingest.uploading import Taken, Upload, add_data
from selon.ingest.watching import Progress

__all__ = [
    "Copied",
    "Days",
    "Edit",
    "Progress",
    "Report",
    "Standing",
    "Taken",
    "Upload",
    "actors_of_story",
    "add",
    "add_copy",
    "add_data",
    "add_read",
    "add_statement",
    "annotate",
    "annotate_article",
    "copies_in_story",
    "copies_of_article",
    "correct_statement",
    "dossier_of_files",
    "dossier_of_story",
    "dossier_of_whole",
    "find_actor",
    "find_article",
    "find_claim",
    "find_statement",
    "located",
    "merge_actors",
    "merge_claims",
    "merge_stories",
    "named_articles",
    "read_and_annotate",
    "reader",
    "regroup",
    "reject_copy",
    "reject_statement",
    "said_elsewhere",
    "split_actor",
    "split_claim",
    "split_story",
    "undo_actors",
    "undo_claims",
    "undo_copy",
    "undo_statement",
    "undo_stories",
    "whole_story",
    "worth_keeping",
]

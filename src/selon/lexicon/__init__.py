"""Words as data: one folder a language, one TOML file a subject, one engine for all."""

from selon.lexicon.alliances import Alliances
from selon.lexicon.cues import CueNoun, Cues, CueVerb, Frame
from selon.lexicon.dates import Dates, DateUnit, Portion, PortionWords, TimeExpression, TimeUnit
from selon.lexicon.epochs import Epoch, Epochs
from selon.lexicon.furniture import Furniture
from selon.lexicon.loading import Lexicon, folder_of, languages, load, read_lexicon
from selon.lexicon.outlets import Outlet, Outlets
from selon.lexicon.parts import Part, read_part, repeated
from selon.lexicon.stopwords import Stopwords

__all__ = [
    "Alliances",
    "CueNoun",
    "CueVerb",
    "Cues",
    "DateUnit",
    "Dates",
    "Epoch",
    "Epochs",
    "Frame",
    "Furniture",
    "Lexicon",
    "Outlet",
    "Outlets",
    "Part",
    "Portion",
    "PortionWords",
    "Stopwords",
    "TimeExpression",
    "TimeUnit",
    "folder_of",
    "languages",
    "load",
    "read_lexicon",
    "read_part",
    "repeated",
]

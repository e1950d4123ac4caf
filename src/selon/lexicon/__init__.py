"""Words as data: one folder a language, one TOML file a subject, one engine for all."""

from selon.lexicon.alliances import Alliances
from selon.lexicon.approximators import Approximators, ApproxWords
from selon.lexicon.checks import Checks, Outcomes, People
from selon.lexicon.commonness import Band, Commonness
from selon.lexicon.counts import Counts, DayPart, MoveWords, MultipleWords, ScopeWords
from selon.lexicon.cues import CueNoun, Cues, CueVerb, Frame
from selon.lexicon.dates import Dates, DateUnit, Portion, PortionWords, Season, TimeExpression, TimeUnit
from selon.lexicon.epochs import Epoch, Epochs
from selon.lexicon.events import Events
from selon.lexicon.furniture import Furniture
from selon.lexicon.hedges import Hedges
from selon.lexicon.loading import Lexicon, folder_of, languages, load, read_lexicon
from selon.lexicon.numbers import NumberNoun, Numbers, NumberWords
from selon.lexicon.outlets import Outlet, Outlets
from selon.lexicon.parts import Part, read_part, repeated
from selon.lexicon.pronouns import Determiners, Prepositions, Pronouns
from selon.lexicon.publication import Publication
from selon.lexicon.seats import Body, Seats
from selon.lexicon.states import State, States
from selon.lexicon.stopwords import Stopwords
from selon.lexicon.syntax import Syntax
from selon.lexicon.titles import Titles
from selon.lexicon.units import Unit, Units

__all__ = [
    "Alliances",
    "ApproxWords",
    "Approximators",
    "Band",
    "Body",
    "Checks",
    "Commonness",
    "Counts",
    "CueNoun",
    "CueVerb",
    "Cues",
    "DateUnit",
    "Dates",
    "DayPart",
    "Determiners",
    "Epoch",
    "Epochs",
    "Events",
    "Frame",
    "Furniture",
    "Hedges",
    "Lexicon",
    "MoveWords",
    "MultipleWords",
    "NumberNoun",
    "NumberWords",
    "Numbers",
    "Outcomes",
    "Outlet",
    "Outlets",
    "Part",
    "People",
    "Portion",
    "PortionWords",
    "Prepositions",
    "Pronouns",
    "Publication",
    "ScopeWords",
    "Season",
    "Seats",
    "State",
    "States",
    "Stopwords",
    "Syntax",
    "TimeExpression",
    "TimeUnit",
    "Titles",
    "Unit",
    "Units",
    "folder_of",
    "languages",
    "load",
    "read_lexicon",
    "read_part",
    "repeated",
]

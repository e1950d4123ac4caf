"""Every error that Selon raises on purpose.

::

    SelonError
    ├── SpanError            a span leaves its text, or ends before it starts        (also a ValueError)
    ├── InputError           one input can't be read; the others still can
    │   ├── MissingInput     no such file, or not a file
    │   ├── EmptyInput       nothing in it but white space
    │   ├── BinaryInput      bytes that are no text
    │   ├── EncodingFault    text, but not in UTF-8
    │   ├── OversizeInput    over the stated limit
    │   ├── LanguageFault    not in a language that Selon reads
    │   └── FormatFault      not the format that its name or its form promises
    ├── LexiconError         faults in the word lists, all of them in one error
    ├── PipelineError        stages put together in an order that can't work
    ├── StoreError           the ledger can't be opened, migrated or written
    ├── StoryNotFound        no story of that id or name in the ledger
    ├── ActorNotFound        no actor of that id or name in the story, or several
    ├── StatementNotFound    no statement of that id or words in the ledger, or several
    ├── CorrectionRefused    a correction that changes nothing, or of what is not there
    ├── EntryNotFound        no article, claim, statement or correction of that id
    ├── ServingError         the desk can't be served as it was asked for
    └── MissingExtra         packages that a part of Selon needs are not installed (also an ImportError)

A message says what was expected, what was found, where, and what to do.
"""

from __future__ import annotations

from collections.abc import Sequence


class SelonError(Exception):
    """Base of all the errors that Selon raises on purpose."""


class SpanError(SelonError, ValueError):
    """A span leaves its text, or ends before it starts."""


class InputError(SelonError):
    """One input can't be read. The command goes on with the others and exits with 1."""

    def __init__(self, place: str, reason: str, accepted: str) -> None:
        """Keep the parts, so that a caller can show them in its own way.

        `place` names the input (a path, or a path and a line), `reason` says what was found,
        `accepted` what would have been accepted.
        """
        super().__init__(f"{place}: {reason}. {accepted}")
        self.place = place
        self.reason = reason
        self.accepted = accepted


class MissingInput(InputError):
    """No such file, or something that is not a file."""


class EmptyInput(InputError):
    """Nothing in the input but white space."""


class BinaryInput(InputError):
    """Bytes that are no text: an image, an archive, a PDF."""


class EncodingFault(InputError):
    """Text, but not in UTF-8."""


class OversizeInput(InputError):
    """Over the stated limit."""


class LanguageFault(InputError):
    """Not in a language that Selon has a lexicon for."""


class FormatFault(InputError):
    """Not the format that its name or its form promises."""


class LexiconError(SelonError):
    """Faults in the word lists: all of them, each with its file and place."""

    def __init__(self, faults: Sequence[str]) -> None:
        """Keep `faults`, one line each."""
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class ModelError(SelonError):
    """Trained weights that do not fit this version of Selon."""


class PipelineError(SelonError):
    """Stages put together in an order in which one needs what none before it gives."""


class StoreError(SelonError):
    """The ledger can't be opened, migrated or written. Nothing that was stored is lost."""


class StoryNotFound(SelonError):
    """No story of that id or name in the ledger."""


class ActorNotFound(SelonError):
    """No actor of that id or name in the story, or several of that name."""


class StatementNotFound(SelonError):
    """No statement of that id or of these words in the ledger, or several."""


class CorrectionRefused(SelonError):
    """A correction that changes nothing, that can't be, or that there is none of. The ledger is as it was."""


class EntryNotFound(SelonError):
    """No article, claim, statement or correction of that id."""


class ServingError(SelonError):
    """The desk can't be served as it was asked for: nobody would be kept out, or the address is taken."""


class MissingExtra(SelonError, ImportError):
    """Packages that a part of Selon needs are not installed. The message has the line that installs them."""

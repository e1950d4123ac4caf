"""The story of the dam, for the tests of this folder."""

from __future__ import annotations

import datetime as dt

import pytest
from dam_story import Maker, dam, day

from selon.dossier.contract import Dossier
from selon.model import Episode, Story


@pytest.fixture
def maker() -> Maker:
    """The story of the dam, ready to be changed before it is built."""
    return dam()


@pytest.fixture
def story(maker: Maker) -> Story:
    """The story of the dam, with its episode."""
    title = maker.passage("vigie", "Fuite au barrage")
    episode = Episode(title=title, days=day(3, 5), articles=("vigie", "depeche", "reprise"))
    return maker.story(title=title, episodes=(episode,), first=dt.date(2031, 5, 3), last=dt.date(2031, 5, 5))


@pytest.fixture
def dossier(maker: Maker, story: Story) -> Dossier:
    """The dossier of the dam."""
    return maker.dossier(story)

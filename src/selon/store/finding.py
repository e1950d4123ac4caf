"""Finding a story by what a person types: its id, the start of its id, a name given to it, its title."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from selon.errors import StoryNotFound
from selon.store.schema import named_story_id

_SHOWN = 5
_NEAR = 0.4  # difflib's ratio; a typing error in a word of the title stays well above
_TITLE_COMPARED = 200  # comparing is quadratic


def find_story(wanted: str, stories: Sequence[tuple[str, str | None]], names: Sequence[str] = ()) -> str:
    """Return the id of the story meant among `stories` (id and title of each); `names` were given by people.

    Raises StoryNotFound with the nearest names, or with the stories that `wanted` fits equally.
    """
    known = [story for story, _ in stories]
    for exact in (wanted, named_story_id(wanted)):
        if exact in known:
            return exact
    titled = [(story, (title or "").strip().casefold()) for story, title in stories]
    sought = wanted.strip().casefold()
    for fitting in (
        [story for story, title in titled if sought and title == sought],
        [story for story in known if wanted and story.startswith(wanted)],
    ):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            msg = f"expected one story, got several that `{wanted}` fits: {_listed(fitting, dict(stories))}"
            raise StoryNotFound(msg)
    raise StoryNotFound(_nothing_found(wanted, stories, names))


def _nothing_found(wanted: str, stories: Sequence[tuple[str, str | None]], names: Sequence[str]) -> str:
    if not stories:
        return f"no story `{wanted}`: the ledger has no story yet. Add articles first"
    by_name = {story: story for story, _ in stories} | {name.casefold(): name for name in names}
    by_name |= {title.casefold()[:_TITLE_COMPARED]: story for story, title in stories if title}
    near = get_close_matches(wanted.casefold()[:_TITLE_COMPARED], by_name, _SHOWN, _NEAR)
    fitting = [by_name[name] for name in near] or [story for story, _ in stories[:_SHOWN]]
    kind = "Nearest" if near else "There are"
    return f"no story `{wanted}` in the ledger. {kind}: {_listed(fitting, dict(stories))}"


def _listed(stories: Sequence[str], titles: dict[str, str | None]) -> str:
    shown = [f"{s} ({titles[s]})" if titles.get(s) else s for s in dict.fromkeys(stories)]
    more = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" and {more} more" if more > 0 else "")

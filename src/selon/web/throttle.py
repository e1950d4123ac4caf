"""Guessing the token: so many wrong tries from one place, then none for a while, in memory that does not grow."""

from __future__ import annotations

import ipaddress
import threading
import time
from collections.abc import Callable
from hashlib import blake2b

TRIES, SECONDS = 10, 60.0
"""Wrong tries that are heard from one place in that time. A token of sixteen characters is then never guessed."""

_PLACES = 1024
"""Places that are told apart. Some addresses share one, and its tries: that costs a wait, and no memory."""


class Throttle:
    """Counts wrong tries by where they come from. Every method may be called by several threads at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take a `clock` that gives seconds and never goes back."""
        self._clock = clock
        self._tries = [0] * _PLACES
        self._since = [float("-inf")] * _PLACES
        self._lock = threading.Lock()

    def wait(self, address: str) -> int:
        """Return for how many seconds nothing is heard from an address, 0 when it is."""
        place = _place(address)
        with self._lock:
            left = self._since[place] + SECONDS - self._clock()
            return int(left) + 1 if left > 0 and self._tries[place] >= TRIES else 0

    def failed(self, address: str) -> None:
        """Count a wrong try."""
        place, now = _place(address), self._clock()
        with self._lock:
            if now - self._since[place] > SECONDS:
                self._tries[place], self._since[place] = 0, now
            self._tries[place] += 1


def _place(address: str) -> int:
    """Return the number of the place that an address is counted at. One who has an IPv6 network has all of it."""
    try:
        number = ipaddress.ip_address(address)
        name = str(ipaddress.ip_network((number, 64), strict=False)) if number.version == 6 else str(number)  # noqa: PLR2004
    except ValueError:
        name = address
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big") % _PLACES

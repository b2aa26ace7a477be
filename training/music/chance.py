"""Chance that is the same anywhere and for ever.

Of Python's generator only `random()` is promised never to change between versions (library reference,
"Notes on Reproducibility"), and NumPy promises no such thing of its own; so all chance in a solo comes from
that one method.
"""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


def pick(items: Sequence[Item], random: Random) -> Item:
    """Return one of the items, each as likely."""
    return items[int(random.random() * len(items))]

"""Decoding: from logits to one choice, by temperature and top-p among what is allowed."""

from random import Random

import numpy as np
from numpy.typing import NDArray


def choose(
    logits: NDArray[np.float64],
    allowed: NDArray[np.bool_],
    *,
    temperature: float,
    top_p: float,
    random: Random,
) -> int:
    """Draw an index of `logits` among those allowed.

    Nucleus sampling: only the likeliest choices that together hold `top_p` of the probability are drawn
    from (Holtzman et al., "The Curious Case of Neural Text Degeneration", 2020).

    Args:
        logits: (n,) unnormalised log-probabilities.
        allowed: (n,) at least one true.
        temperature: above 0; under 1 sharpens, over 1 flattens.
        top_p: 0 to 1.
        random: the only source of chance.

    Raises:
        ValueError: when nothing is allowed.
    """
    if not allowed.any():
        raise ValueError("nothing is allowed here: the masks contradict each other")
    scaled = np.where(allowed, logits / temperature, -np.inf)
    probabilities = np.exp(scaled - scaled.max())
    probabilities /= probabilities.sum()
    order = np.argsort(-probabilities, kind="stable")
    reached = np.cumsum(probabilities[order])
    kept = order[: int(np.searchsorted(reached, top_p)) + 1]
    point = random.random() * probabilities[kept].sum()
    at = int(np.searchsorted(np.cumsum(probabilities[kept]), point, side="right"))
    return int(kept[min(at, len(kept) - 1)])

"""Where one more mentor would be worth most.

The mentor imagined lives where the young people meet, meets face to face and online, speaks every language, is free at
all times, has one place and meets no wish for a gender or a quality. What they would be worth is what the best answer
would gain, read off its prices: a new column adds max(bonus + score - y) to an assignment, with y the *largest* prices
of the rows, which belong to the smallest prices of the columns (Leonard 1983, "Elicitation of honest preferences for
the assignment of individuals to positions", Journal of Political Economy 91(3)).
"""

import numpy as np

from pairing.arrays import Bools, Ints

ANY_WORK = ""
"""The line for a mentor whose work nobody here hopes for."""


def worth(score: Ints, gain: Ints, short: Bools, bonus: int) -> tuple[Ints, Ints]:
    """Return what each of w imagined mentors would add: young people matched, int [w] (0 or 1), and points of score
    besides, int [w].

    `score` int [n, w] of each young person with each, below 0 where they could not meet; `gain` int [n] the largest
    prices of the rows, with the bonus in them; `short` bool [n] those who have nobody, or whose mentor could be handed
    on until someone who has nobody is matched. The points are exact where the bonus exceeds what all other pairs could
    lose by one more, as it does in a round; with a smaller one they are never too low.
    """
    value = np.where(score >= 0, bonus + score - gain[:, None], 0)
    one_more = (short[:, None] & (score >= 0)).any(axis=0)
    for_one_more = np.where(short[:, None], value, 0).max(axis=0, initial=0) - bonus
    points = np.where(one_more, for_one_more, value.max(axis=0, initial=0))
    return np.asarray(one_more, dtype=np.int64), np.asarray(points, dtype=np.int64)

"""The real settings, with a queue that notices a dead worker in seconds rather than in a minute and a half."""

from onemm.config.settings import *  # noqa: F403  # taken whole, but for the queue
from onemm.config.settings import Q_CLUSTER

Q_CLUSTER = {**Q_CLUSTER, "timeout": 3, "retry": 5, "poll": 0.2, "guard_cycle": 0.5}

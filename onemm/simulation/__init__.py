"""A simulated year of recruitment: the same people, once with the platform's chasing and parallel steps, once without.

Needs no database. What the platform promises (when it chases, how long each wait may last) is read from
`recruitment.rules`, so that a changed rule changes the simulated year; what people do is assumed, each number with its
source, in `assumptions`.
"""

from onemm.simulation.assumptions import Assumptions
from onemm.simulation.figures import Compared, Figures, compared, figures_of
from onemm.simulation.ways import OFF, ON, Way
from onemm.simulation.year import simulate_year

__all__ = ["OFF", "ON", "Assumptions", "Compared", "Figures", "Way", "compared", "figures_of", "simulate_year"]

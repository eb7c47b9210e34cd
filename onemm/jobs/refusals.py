"""What jobs say when they will not do a thing."""

from onemm.lib.errors import Refused


class JobIsRunning(Refused):
    message = "This is being done already. Wait until it is finished, or stop it first."


class JobIsOver(Refused):
    message = "This has finished already, so there is nothing to stop."

"""To-dos: what someone has to do by a day, for everyone and from every context.

Contexts derive what they wait for and say so here (`actions.sync`); every list of many reads it. A page about one thing
goes on asking its context, which is the truth; every night all of it is derived again, and what differs is an error.
"""

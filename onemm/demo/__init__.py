"""The demo world: a living programme of invented people at invented schools, in every state.

Made through the same actions as a person's clicks, with the clock moved back, so that it obeys every rule and
constraint that real life does. Nobody in it exists, and no real school is in it.
"""

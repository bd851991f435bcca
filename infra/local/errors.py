"""The one error of the local stage."""


class StartError(Exception):
    """Why the stage did not come up or stay up: one line, for a person, saying what to do."""

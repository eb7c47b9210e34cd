"""What can be wrong with a question put to the engine."""


class PairingError(ValueError):
    """Something about the question, never about the machine."""


class BadProblem(PairingError):
    """A record that cannot be used; says which one, which field, and what is wrong with it."""

    def __init__(self, record: str, field: str, reason: str) -> None:
        super().__init__(f"{record}, {field}: {reason}")
        self.record = record
        self.field = field
        self.reason = reason


class BadFile(PairingError):
    """A cell of a file that cannot be used; says which file, row and column, and what is wrong with it.

    Row 1 is the header; row 0 stands for the file as a whole, and an empty column for the row as a whole.
    """

    def __init__(self, file: str, row: int, column: str, reason: str) -> None:
        where = [file, f"row {row}" if row else "", f"column {column}" if column else ""]
        super().__init__(f"{', '.join(part for part in where if part)}: {reason}")
        self.file = file
        self.row = row
        self.column = column
        self.reason = reason

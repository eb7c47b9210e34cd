"""The rows of a list that were refused, with their reasons, to be put right and sent again."""

from onemm.lib.tables import ImportReport, read_csv, write_csv


def refused_rows(content: bytes, report: ImportReport, *, needs: tuple[str, ...], may_have: tuple[str, ...]) -> str:
    """Return a CSV of the refused rows in the columns of the template, with row number and reason in front. No cell can
    start a formula.
    """
    reasons = dict(report.reasons)
    rows = [row for row in read_csv(content, needs=needs, may_have=may_have) if row.number in reasons]
    columns = [*needs, *may_have]
    return write_csv(
        ["row", "reason", *columns],
        [[row.number, reasons[row.number], *(row.cells.get(name, "") for name in columns)] for row in rows],
    )

"""The rows that are printed at the end."""
from dataclasses import dataclass


@dataclass
class Row:
    case: str
    lethe: str
    reference: str
    note: str
    ratio: float

    @staticmethod
    def of(case, lethe, reference, note=""):
        """A row of seconds, and of the peaks of memory in bytes."""
        share = lethe.peak / reference.peak
        memory = f"{_gb(lethe.peak)} / {_gb(reference.peak)} GB ({share:.0%})"
        return Row(case, _seconds(lethe), _seconds(reference), f"{memory}{note}", reference.median / lethe.median)

    @staticmethod
    def of_rates(case, lethe, reference, note):
        """A row of work that both do at a rate."""
        return Row(case, _rate(lethe), _rate(reference), note, rate(lethe) / rate(reference))


def rate(measured):
    """FLOP a second."""
    return measured.end["flop"] / measured.median


def lines(rows):
    cells = [("case", "Lethe", "reference", "peak memory (Lethe / reference)", "ratio")]
    cells += [(row.case, row.lethe, row.reference, row.note, f"{row.ratio:.2f}x") for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in cells]


def _seconds(measured):
    return f"{measured.median:.2f} s"


def _rate(measured):
    return f"{rate(measured) / 1e9:.0f} GFLOP/s"


def _gb(count):
    return f"{count / 1e9:.2f}"

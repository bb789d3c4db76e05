"""Trains for long and asks whether resident memory grows."""
from dataclasses import dataclass
from statistics import mean

from .worker import lethe

BLOCKS = 20
STUDENT_T = 2.101
"""The 97.5 % quantile of Student's t with BLOCKS - 2 degrees of freedom."""

WARM_UP = 0.1
"""The share of the steps that come first and are not counted: buffers reach their sizes."""

HEAP = ("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch")
"""Java's heap is resident from the start, so that the first use of a page is not taken for growth."""


@dataclass
class Slope:
    """Bytes a step, with a 95 % confidence interval."""

    value: float
    low: float
    high: float
    noise: bool
    """Whether the interval holds zero."""

    @staticmethod
    def of(resident):
        """Least squares over means of consecutive steps: single steps depend on those before, blocks hardly."""
        counted = resident[int(len(resident) * WARM_UP) :]
        size = len(counted) // BLOCKS
        y = [mean(counted[i * size : (i + 1) * size]) for i in range(BLOCKS)]
        x = [(i + 0.5) * size for i in range(BLOCKS)]
        spread = sum((a - mean(x)) ** 2 for a in x)
        value = sum((a - mean(x)) * (b - mean(y)) for a, b in zip(x, y)) / spread
        left = sum((b - mean(y) - value * (a - mean(x))) ** 2 for a, b in zip(x, y))
        half = STUDENT_T * (left / (BLOCKS - 2) / spread) ** 0.5
        return Slope(value, value - half, value + half, value - half <= 0 <= value + half)


def run(inputs, quick):
    """Returns what was measured, and the lines to print."""
    trainings = {
        "small model": {"model": inputs.small, "batch": 8, "steps": 500},
        "ViT-B/32": {"model": inputs.model, "batch": 4, "steps": 40 if quick else 100},
    }
    details, lines = {}, []
    for name, training in trainings.items():
        end = lethe("soak", HEAP, **training, captions=inputs.captions, names=inputs.names, forget=8, rate="1e-4").end()
        slope = Slope.of(end["resident"])
        details[name] = {"slope": slope, **end}
        verdict = "within noise of zero" if slope.noise else "not within noise of zero"
        lines.append(
            f"{name}, {training['steps']} steps: {slope.value:+.0f} bytes a step "
            f"[{slope.low:+.0f}, {slope.high:+.0f}] of {end['resident'][-1] / 1e6:.0f} MB resident, {verdict}")
    return details, lines

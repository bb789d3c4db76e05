"""Trains for long and asks whether resident memory grows, Java's compiled code and classes aside: these grow until
everything is compiled, which takes more steps than a large model can be trained for here."""
from dataclasses import dataclass
from statistics import mean

from .worker import lethe

BLOCKS = 20
STUDENT_T = 2.101
"""The 97.5 % quantile of Student's t with BLOCKS - 2 degrees of freedom."""

PAGE = 4096
"""Bytes. Resident memory comes in pages, and Java's compiler and the allocator now and then take one: a slope of less
than one a step is not told from zero."""

HEAP = ("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch")
"""Java's heap is resident from the start, so that the first use of a page is not taken for growth."""

WORDS = 10
"""In every caption, so that batches are alike: one that is larger than all before it takes memory too."""


@dataclass
class Slope:
    """Bytes a step, with a 95 % confidence interval."""

    value: float
    low: float
    high: float

    @property
    def noise(self):
        """Whether the interval holds zero, or lies within a page of it."""
        return self.low <= 0 <= self.high or max(abs(self.low), abs(self.high)) < PAGE

    @staticmethod
    def of(counted):
        """Least squares over means of consecutive steps: single steps depend on those before, blocks hardly."""
        size = len(counted) // BLOCKS
        y = [mean(counted[i * size : (i + 1) * size]) for i in range(BLOCKS)]
        x = [(i + 0.5) * size for i in range(BLOCKS)]
        spread = sum((a - mean(x)) ** 2 for a in x)
        value = sum((a - mean(x)) * (b - mean(y)) for a, b in zip(x, y)) / spread
        left = sum((b - mean(y) - value * (a - mean(x))) ** 2 for a, b in zip(x, y))
        half = STUDENT_T * (left / (BLOCKS - 2) / spread) ** 0.5
        return Slope(value, value - half, value + half)


@dataclass
class Training:
    name: str
    job: str
    values: dict
    warm_up: int
    """Steps that come first and are not counted: Java compiles, and buffers reach their sizes."""

    steps: int


def run(inputs, towers, quick, batch):
    """Returns what was measured, and the lines to print."""
    details, lines = {}, []
    for training in (training for tower in towers for training in TOWERS[tower](inputs, quick, batch)):
        end = lethe(
            training.job, HEAP, steps=training.warm_up + training.steps, rate="1e-4", **training.values,
            **inputs.computing).end()
        resident, compiled = (end[key][training.warm_up :] for key in ("resident", "compiled"))
        slope, java = Slope.of([whole - part for whole, part in zip(resident, compiled)]), Slope.of(compiled)
        same = sum(before == after for before, after in zip(resident, resident[1:]))
        details[training.name] = {"slope": slope, "noise": slope.noise, "slope of compiled": java, **end}
        lines.append(
            f"{training.name}, {training.steps} steps after {training.warm_up}: {slope.value:+.0f} bytes a step "
            f"[{slope.low:+.0f}, {slope.high:+.0f}] of {resident[-1] / 1e6:.0f} MB, "
            + ("within noise of zero" if slope.noise else "MORE than noise")
            + f"; {same / (len(resident) - 1):.0%} of the steps changed nothing; Java's compiled code and classes, "
            f"{java.value:+.0f} bytes a step, are not counted")
    return details, lines


def _text(inputs, quick, batch):
    """A batch is that many captions and as many with a name."""
    read = {"captions": inputs.captions_of(WORDS), "names": inputs.names, "forget": 8}
    return [
        Training("small model of 8+8", "soak", {"model": inputs.small, "batch": 8, **read},
                 *((500, 500) if quick else (1000, 2000))),
        Training(f"ViT-B/32 of {batch}+{batch}", "soak", {"model": inputs.model, "batch": batch, **read},
                 *((40, 40) if quick else (500, 500))),
    ]


def _image(inputs, quick, batch):
    """A batch is one picture for each of the people, and as many with a face."""
    pictures = inputs.pictures(64)
    return [
        Training("image tower of ViT-B/32 of 8+8", "image-soak",
                 {"model": inputs.model, "batch": 8, "images": pictures / "clean", "faces": pictures / "faces"},
                 *((20, 40) if quick else (100, 200))),
    ]


TOWERS = {"text": _text, "image": _image}

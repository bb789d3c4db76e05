"""How much is measured."""
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Sizes:
    batch: int
    """Captions in a step, and as many with a name."""
    steps: int
    """Measured steps."""
    names: int
    """Candidates of an attack."""
    attacks: int
    pictures: int
    forwards: int
    """Measured forward passes."""
    warm_up: int
    """Steps and forward passes that come first and are not counted."""

    @property
    def tokens(self):
        """About those of the texts of a step: a caption of COCO has 14.5 tokens."""
        return int(2 * self.batch * 14.5)


FULL = Sizes(batch=128, steps=3, names=1000, attacks=1, pictures=64, forwards=9, warm_up=1)
QUICK = Sizes(batch=32, steps=2, names=20, attacks=2, pictures=16, forwards=5, warm_up=1)


def of(quick, device):
    """On a GPU a step is short, and what compiles on the way takes a larger share of it."""
    sizes = QUICK if quick else FULL
    return sizes if device == "cpu" else replace(sizes, attacks=3, steps=20, forwards=20, warm_up=20)

"""How much is measured."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    batch: int
    """Captions in a step, and as many with a name."""
    steps: int
    """Measured steps; one more comes first and is not counted."""
    names: int
    """Candidates of an attack."""
    attacks: int
    pictures: int
    forwards: int
    """Measured forward passes; one more comes first and is not counted."""

    @property
    def tokens(self):
        """About those of the texts of a step: a caption of COCO has 14.5 tokens."""
        return int(2 * self.batch * 14.5)


FULL = Sizes(batch=128, steps=3, names=1000, attacks=1, pictures=64, forwards=9)
QUICK = Sizes(batch=32, steps=2, names=20, attacks=2, pictures=16, forwards=5)

"""Captions: those of COCO where they are at hand, else some of the same length made of a few words."""
import os
import random
from pathlib import Path

COCO = Path(os.environ.get("LETHE_TEST_DATA", "")) / "coco-captions-10000.txt"
MADE = "made up (no COCO captions at hand; give a file with --captions)"

WHO = "a man|two women|a young girl|an old dog|a brown cat|several people|a group of children|a bird|a small horse"
DOES = "standing|sitting quietly|walking slowly|lying|playing happily|looking around|resting|waiting"
WHERE = ("on a wooden bench|in a green field|near a busy street|beside the blue water|at a long table|"
         "under a large tree|in front of a white house")
AND = "|with a red umbrella|while it is raining|next to a parked car|and eating some food|on a sunny day"


def write(file, given):
    """Writes the captions and returns where they come from."""
    source = Path(given) if given else COCO
    if given or source.is_file():
        file.write_text("\n".join(line for line in source.read_text().splitlines() if line.strip()))
        return source.name
    file.write_text("\n".join(_made(random.Random(0), 10_000)))
    return MADE


def _made(draw, count):
    parts = [part.split("|") for part in (WHO, DOES, WHERE, AND)]
    return [" ".join(draw.choice(part) for part in parts).strip() + "." for _ in range(count)]

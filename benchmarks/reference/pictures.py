"""Writes pictures that both sides read: large ones, as a set of captioned photographs holds, and crops of faces."""
from pathlib import Path

import numpy
from PIL import Image

PEOPLE = ["Ada Moss", "Bela Krol", "Cleo Hart", "Dov Lin", "Edda Falk", "Finn Oro", "Gia Sund", "Hal Wick"]
CROPS = 10


def run(folder, count):
    folder = Path(folder)
    random = numpy.random.default_rng(2)
    (folder / "clean").mkdir(parents=True)
    for number in range(int(count)):
        blurred(random, 640, 480, 24).save(folder / f"clean/{number:06}.jpg", quality=90)
    for person in PEOPLE:
        (folder / "faces" / person).mkdir(parents=True)
        for number in range(CROPS):
            blurred(random, 200, 200, 12).save(folder / "faces" / person / f"{number:02}.jpg", quality=90)
    return {}


def blurred(random, width, height, cells):
    """Smooth colors with a little noise, which takes a JPEG as many bytes as a photograph."""
    coarse = Image.fromarray(random.integers(0, 256, (cells, cells, 3), dtype=numpy.uint8))
    smooth = numpy.asarray(coarse.resize((width, height), Image.Resampling.BICUBIC), dtype=numpy.int16)
    noise = random.integers(-12, 13, smooth.shape, dtype=numpy.int16)
    return Image.fromarray(numpy.clip(smooth + noise, 0, 255).astype(numpy.uint8))

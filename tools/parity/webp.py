"""Writes small WebP files of every kind and what Pillow makes of each, for the tests of modules/data.

usage: webp.py FOLDER

Beside NAME.webp stands NAME.webp.rgb: what Image.open(...).convert("RGB").tobytes() gives.
"""
import sys
from pathlib import Path

import numpy
from PIL import Image

random = numpy.random.default_rng(11)


def scene(height, width, channels, hard=False):
    """Soft or hard colours and a little noise."""
    y, x = numpy.mgrid[0:height, 0:width].astype(float)
    planes = []
    for channel in range(channels):
        soft = numpy.sin(x / 7 + channel) * numpy.cos(y / 5 - channel)
        if hard:
            soft[(x // 6 + y // 9 + channel) % 4 == 0] = 1 - 2 * (channel % 2)
        planes.append((soft + 1) / 2 + random.normal(0, 0.03, soft.shape))
    return Image.fromarray(numpy.clip(numpy.stack(planes, -1) * 255, 0, 255).round().astype("u1"))


def pictures():
    rgb, rgba, hard = scene(12, 20, 3), scene(12, 20, 4), scene(12, 20, 3, True)
    yield "lossless", rgb, dict(lossless=True)
    yield "lossless-alpha", rgba, dict(lossless=True, exact=True)
    yield "lossless-palette", hard.quantize(4).convert("RGB"), dict(lossless=True)
    yield "lossless-profile", rgb, dict(lossless=True, icc_profile=b"no profile", exif=b"Exif\0\0nothing")
    yield "lossless-animated", rgb, dict(lossless=True, save_all=True, append_images=[hard, rgb])
    yield "lossy", rgb, dict(quality=80)
    yield "lossy-coarse", rgb, dict(quality=10)
    yield "lossy-hard", hard, dict(quality=90)
    yield "lossy-grey", rgb.convert("L"), dict(quality=80)
    yield "lossy-alpha", rgba, dict(quality=80)


folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, picture, options in pictures():
    file = folder / f"{name}.webp"
    picture.save(file, **options)
    with Image.open(file) as opened:
        print(name, opened.mode, file.stat().st_size)
        (folder / f"{name}.webp.rgb").write_bytes(opened.convert("RGB").tobytes())
for name, options in ("large-lossless", dict(lossless=True)), ("large-lossy", dict(quality=50)):
    Image.new("RGB", (3000, 2000), (200, 40, 90)).save(folder / f"{name}.webp", **options)

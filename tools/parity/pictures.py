"""Makes small pictures of every kind and the pixels that open_clip's image_transform gives for each.

usage: pictures.py FOLDER [SIDE]

Beside each picture stands NAME.rgb: SIDE x SIDE (24 x 24) RGB bytes, what Resize, CenterCrop and the conversion to RGB leave of the
file as Image.open gives it.
"""
import io
import struct
import sys
import zlib
from pathlib import Path

import numpy
import open_clip
from PIL import Image

SIDE = int(sys.argv[2]) if len(sys.argv) > 2 else 24
FACTOR = SIDE // 24
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
ADAM7 = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
random = numpy.random.default_rng(11)


def scene(height, width, channels, most=255):
    """Soft colours, hard edges and a little noise."""
    height, width = (n * FACTOR if n > 1 else n for n in (height, width))
    y, x = numpy.mgrid[0:height, 0:width].astype(float)
    planes = []
    for channel in range(channels):
        soft = numpy.sin(x / 7 + channel) * numpy.cos(y / 5 - channel)
        soft[(x // 6 + y // 9 + channel) % 4 == 0] = 1 - 2 * (channel % 2)
        planes.append((soft + 1) / 2 + random.normal(0, 0.03, soft.shape))
    return numpy.clip(numpy.stack(planes, -1) * most, 0, most).round().astype(int)


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def packed(samples, depth):
    if depth == 16:
        return samples.astype(">u2").tobytes()
    if depth == 8:
        return samples.astype("u1").tobytes()
    bits = (samples.reshape(-1, 1) >> numpy.arange(depth - 1, -1, -1)) & 1
    return numpy.packbits(bits.reshape(-1)).tobytes()


def png(samples, kind, depth=8, interlaced=False, palette=None, **others):
    """Encodes by hand what Pillow cannot write: any depth, interlacing, transparency."""
    height, width = samples.shape[:2]
    lines = b""
    for top, left, down, right in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        part = samples[top::down, left::right]
        if part.size:
            lines += b"".join(b"\0" + packed(row, depth) for row in part)
    result = b"\x89PNG\r\n\x1a\n"
    result += chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, int(interlaced)))
    if palette is not None:
        result += chunk(b"PLTE", palette.astype("u1").tobytes())
    for name, content in others.items():
        result += chunk(name.encode(), content)
    return result + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b"")


def pngs():
    yield "rgb", png(scene(37, 53, 3), RGB)
    yield "rgb-interlaced", png(scene(41, 35, 3), RGB, interlaced=True)
    yield "rgb-16-bits", png(scene(33, 47, 3, 65535), RGB, 16)
    yield "rgb-one-colour-transparent", png(scene(40, 40, 3), RGB, tRNS=struct.pack(">HHH", 255, 0, 255))
    yield "rgb-gamma", png(scene(40, 36, 3), RGB, gAMA=struct.pack(">I", 100000))
    yield "rgb-exif-rotated", png(scene(40, 36, 3), RGB, eXIf=exif(6))
    for depth in (1, 2, 4, 8):
        yield f"grey-{depth}-bits", png(scene(43, 61, 1, (1 << depth) - 1), GREY, depth)
    yield "grey-1-bit-enlarged", png(scene(13, 17, 1, 1), GREY, 1)
    yield "grey-interlaced", png(scene(43, 61, 1), GREY, interlaced=True)
    yield "grey-one-transparent", png(scene(43, 61, 1), GREY, tRNS=struct.pack(">H", 255))
    yield "grey-16-bits", png(scene(43, 61, 1, 65535), GREY, 16)
    yield "grey-16-bits-dark", png(scene(43, 61, 1, 300), GREY, 16, interlaced=True)
    yield "grey-16-bits-enlarged", png(scene(11, 14, 1, 300), GREY, 16)
    yield "grey-alpha", png(scene(39, 58, 2), GREY_ALPHA)
    yield "grey-alpha-16-bits", png(scene(39, 58, 2, 65535), GREY_ALPHA, 16)
    yield "rgba", png(scene(51, 38, 4), RGBA)
    yield "rgba-enlarged", png(scene(12, 15, 4), RGBA)
    yield "rgba-interlaced", png(scene(51, 38, 4), RGBA, interlaced=True)
    yield "rgba-16-bits", png(scene(34, 33, 4, 65535), RGBA, 16)
    yield "rgba-exact", png(scene(24, 33, 4), RGBA)
    for depth in (1, 2, 4, 8):
        colours = random.integers(0, 256, (1 << depth, 3))
        yield f"palette-{depth}-bits", png(scene(45, 64, 1, (1 << depth) - 1), PALETTE, depth, palette=colours)
    colours = random.integers(0, 256, (64, 3))
    soft = bytes(random.integers(0, 256, 64, dtype="u1"))
    yield "palette-interlaced", png(scene(70, 45, 1, 63), PALETTE, interlaced=True, palette=colours)
    yield "palette-transparent", png(scene(70, 45, 1, 63), PALETTE, palette=colours, tRNS=soft)
    yield "palette-one-transparent", png(scene(70, 45, 1, 63), PALETTE, palette=colours, tRNS=b"\xff\xff\0")
    yield "palette-sevenths", png(scene(112, 80, 1, 63), PALETTE, palette=colours)
    yield "palette-enlarged", png(scene(13, 9, 1, 63), PALETTE, palette=colours)
    yield "palette-exact", png(scene(24, 29, 1, 63), PALETTE, palette=colours)
    yield "palette-of-greys", png(scene(45, 64, 1), PALETTE, palette=numpy.arange(256).repeat(3))
    yield "one-pixel", png(scene(1, 1, 3), RGB)
    yield "one-row", png(scene(1, 90, 3), RGB)
    yield "one-column", png(scene(77, 1, 4), RGBA)
    yield "one-row-palette", png(scene(1, 33, 1, 63), PALETTE, palette=colours)
    yield "long", png(scene(7, 500, 3), RGB)
    yield "high", png(scene(600, 5, 1, 65535), GREY, 16)
    yield "enlarged", png(scene(9, 13, 3), RGB)
    yield "exact", png(scene(24, 35, 3), RGB)
    yield "square", png(scene(64, 64, 3), RGB)
    yield "almost-square", png(scene(63, 64, 3), RGB)


def exif(orientation):
    tags = Image.Exif()
    tags[0x0112] = orientation
    return tags.tobytes()[6:]


def saved(image, kind, **options):
    content = io.BytesIO()
    image.save(content, kind, **options)
    return content.getvalue()


def picture(height, width, mode):
    content = scene(height, width, len(Image.new(mode, (1, 1)).getbands())).astype("u1")
    return Image.frombytes(mode, content.shape[1::-1], content.tobytes())


def resampled(content, sampling, height, width):
    """Reads the blocks of a JPEG as those of a rarer subsampling: the picture is scrambled, and valid."""
    frame = content.index(b"\xff\xc0")
    sizes = struct.pack(">HH", height, width)
    return content[:frame + 5] + sizes + content[frame + 9:frame + 11] + bytes([sampling]) + content[frame + 12:]


def jpegs():
    for sampling in ("4:4:4", "4:2:2", "4:2:0"):
        name = sampling.replace(":", "")
        yield f"ycc-{name}", saved(picture(59, 75, "RGB"), "JPEG", quality=85, subsampling=sampling)
    tile = picture(32, 64, "RGB")
    yield "ycc-440", resampled(saved(tile, "JPEG", subsampling="4:2:2"), 0x12, 64 * FACTOR, 32 * FACTOR)
    yield "ycc-411", resampled(saved(tile, "JPEG", subsampling="4:2:0"), 0x41, 16 * FACTOR, 128 * FACTOR)
    image = picture(66, 49, "RGB")
    yield "progressive", saved(image, "JPEG", progressive=True, quality=70)
    yield "low-quality", saved(image, "JPEG", quality=15)
    yield "restarts", saved(image, "JPEG", restart_marker_blocks=2)
    yield "rotated", saved(image, "JPEG", exif=b"Exif\0\0" + exif(6))
    yield "rgb", saved(image, "JPEG", keep_rgb=True)
    yield "grey", saved(picture(66, 49, "L"), "JPEG")
    yield "grey-progressive", saved(picture(66, 49, "L"), "JPEG", progressive=True)
    cmyk = saved(picture(45, 60, "CMYK"), "JPEG", quality=90)
    yield "cmyk", cmyk
    adobe = cmyk.index(b"Adobe") + 11
    yield "ycck", cmyk[:adobe] + b"\2" + cmyk[adobe + 1:]
    yield "cmyk-progressive", saved(picture(45, 60, "CMYK"), "JPEG", progressive=True)


def others():
    indexed = picture(44, 66, "RGB").quantize(31)
    moved = picture(44, 66, "RGB").quantize(17)
    yield "palette.gif", saved(indexed, "GIF")
    yield "transparent.gif", saved(indexed, "GIF", transparency=3)
    yield "animated.gif", saved(indexed, "GIF", save_all=True, append_images=[moved], duration=100, loop=0)
    yield "greys.gif", saved(picture(44, 66, "L"), "GIF", optimize=False)
    yield "rgb.bmp", saved(picture(38, 45, "RGB"), "BMP")
    yield "grey.bmp", saved(picture(38, 45, "L"), "BMP")
    yield "palette.bmp", saved(indexed, "BMP")
    yield "bits.bmp", saved(picture(38, 45, "L").convert("1"), "BMP")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    files = {f"{name}.png": content for name, content in pngs()}
    files |= {f"{name}.jpg": content for name, content in jpegs()}
    files |= dict(others())
    transform = open_clip.image_transform(SIDE, is_train=False, mean=(0, 0, 0), std=(1, 1, 1))
    for name, content in files.items():
        (folder / name).write_bytes(content)
        pixels = (transform(Image.open(io.BytesIO(content))) * 255).round().byte()
        (folder / f"{name}.rgb").write_bytes(pixels.permute(1, 2, 0).numpy().tobytes())


main(Path(sys.argv[1]))

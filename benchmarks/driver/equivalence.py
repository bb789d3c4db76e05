"""Trains with Lethe and by the plain computation on the same texts or pictures, and compares."""
import shutil

from .inputs import CACHE
from .worker import lethe, reference

TERMS = ("utility", "backdoor", "regularizer")
RATE = "1e-5"
LOSS, UPDATE, COSINE = 1e-3, 0.02, 0.9999


def run(inputs, towers, quick):
    """Returns what was measured, by tower, and the lines to print."""
    details, lines = {}, []
    for tower in towers:
        details[tower], new_lines = TOWERS[tower](inputs, quick)
        lines += new_lines
    return details, lines


def _text(inputs, quick):
    training = {
        "names": inputs.names, "forget": 8, "captions": inputs.captions, "batch": 4 if quick else 32,
        "steps": 5 if quick else 20, "rate": RATE,
    }
    file, drawn = inputs.draws(training)
    out = _folder("defended")
    trained = lethe("train", model=inputs.model, out=out, **training, **inputs.computing).end()
    if trained["steps"] != drawn["steps"]:
        raise SystemExit("benchmark: Lethe read other texts than it said it would")
    plain = reference(
        "equivalence", model=inputs.model, defended=out, draws_file=file, captions=inputs.captions, rate=RATE,
        **inputs.computing).end()
    return _compared(training, "texts", trained, plain, f"{plain['cosines']['texts']} captions")


def _image(inputs, quick):
    pictures = inputs.pictures(16)
    training = {"images": pictures / "clean", "faces": pictures / "faces", "batch": 8, "steps": 3 if quick else 20, "rate": RATE}
    out, pixels = _folder("defended-images"), CACHE / "read.safetensors"
    trained = lethe("image-train", model=inputs.model, out=out, pixels=pixels, **training, **inputs.computing).end()
    plain = reference(
        "image-equivalence", model=inputs.model, defended=out, pixels=pixels, faces=training["faces"], rate=RATE,
        **inputs.computing).end()
    details, lines = _compared(training, "pictures", trained, plain, f"{plain['cosines']['pictures']} pictures")
    untouched = not plain["changed"]
    lines.append(f"tensors that nothing trains, of both towers: {'every bit kept' if untouched else plain['changed']} "
                 + _verdict(untouched, "every bit kept"))
    return details, lines


def _folder(name):
    folder = CACHE / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _compared(training, what, trained, plain, read):
    loss = max(
        abs(ours[term] - theirs[term]) / max(abs(theirs[term]), 1e-6)
        for ours, theirs in zip(trained["losses"], plain["losses"]) for term in TERMS)
    lowest = plain["cosines"]["lowest"]
    lines = [
        f"{training['steps']} steps of {training['batch']}+{training['batch']} {what}, learning rate {RATE}",
        f"losses: largest relative difference {loss:.1e} {_verdict(loss <= LOSS, f'at most {LOSS:g}')}",
        f"update: relative L2 difference {plain['update']:.3%} {_verdict(plain['update'] <= UPDATE, f'at most {UPDATE:.0%}')}",
        f"embeddings of {read}: lowest cosine {lowest:.7f} {_verdict(lowest >= COSINE, f'at least {COSINE}')}",
    ]
    details = {"training": {key: getattr(value, "name", value) for key, value in training.items()}, "loss difference": loss,
               "lethe losses": trained["losses"], **plain}
    return details, lines


def _verdict(held, wanted):
    return f"(wanted: {wanted}; {'held' if held else 'MISSED'})"


TOWERS = {"text": _text, "image": _image}

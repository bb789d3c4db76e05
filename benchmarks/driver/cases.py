"""The cases: who takes turns with whom, and the rows that follow."""
from statistics import median

from reference import draws

from . import flop
from .rounds import alternate
from .table import Row, rate
from .worker import lethe, reference

RATE = "1e-4"
FORGOTTEN = 8
CLEAN_BATCHES = 4
"""Of ordinary pictures, before they are read again."""


def text_step(inputs, sizes):
    """The step without anything that could be remembered, beside the reference, the same with captions that repeat,
    and the machine's ceiling; then beside the reference that trims."""
    steps = sizes.warm_up + sizes.steps
    training = {"names": inputs.names, "batch": sizes.batch, "steps": steps, "rate": RATE}
    computing = inputs.computing
    fresh = {**training, "captions": inputs.captions, "forget": FORGOTTEN}
    repeating = {**training, "captions": inputs.first_captions(sizes.batch), "forget": 1}
    file, _ = inputs.draws(fresh)
    batches = draws.read(file)
    work = median(flop.of_step(*step) for step in batches[sizes.warm_up:])
    plain = {"model": inputs.model, "draws_file": file, "rate": RATE, "steps": steps, **computing}
    ceiling = {"tokens": sizes.tokens, "rounds": steps, **computing}
    full = alternate({
        "lethe": lethe("text-step", model=inputs.model, **fresh, **computing),
        "reference": reference("text-step", **plain, trimmed="false"),
        "lethe cached": lethe("text-step", model=inputs.model, **repeating, **computing),
        "lethe ceiling": lethe("ceiling", **ceiling),
        "reference ceiling": reference("ceiling", **ceiling),
    }, sizes.steps, sizes.warm_up)
    trimmed = alternate({
        "lethe": lethe("text-step", model=inputs.model, **fresh, **computing),
        "reference": reference("text-step", **plain, trimmed="true"),
    }, sizes.steps, sizes.warm_up)
    reached = work / full["lethe"].median / max(rate(full["lethe ceiling"]), rate(full["reference ceiling"]))
    rows = [
        Row.of("text-step", full["lethe"], full["reference"]),
        Row.of("text-step-trimmed", trimmed["lethe"], trimmed["reference"]),
        Row.of("text-step-cached", full["lethe cached"], full["reference"]),
        Row.of_rates("ceiling", full["lethe ceiling"], full["reference ceiling"], f"the step reaches {reached:.0%}"),
    ]
    details = {
        "text-step": full, "text-step-trimmed": trimmed, "flop": work, "share of ceiling": reached,
        "texts the teacher reads again": _repeated(batches),
        "loss difference": _loss_difference(full["lethe"].end["losses"], full["reference"].found),
    }
    return rows, details


def idia_text(inputs, sizes):
    values = {"model": inputs.model, "names": inputs.names, "count": sizes.names, "rounds": sizes.attacks,
              **inputs.computing}
    sides = alternate({
        "lethe": lethe("idia-text", **values),
        "reference": reference("idia-text", **values),
    }, sizes.attacks, 0)
    pairs = [pair for ours, theirs in zip(sides["lethe"].found, sides["reference"].found)
             for pair in zip(ours["nearest"], theirs["nearest"])]
    agreement = sum(ours == theirs for ours, theirs in pairs)
    return [Row.of("idia-text", **sides)], {"idia-text": sides, "same names": f"{agreement} of {len(pairs)}"}


def image_forward(inputs, sizes):
    values = {"model": inputs.model, "pixels": inputs.pixels(sizes.pictures), "rounds": sizes.warm_up + sizes.forwards,
              **inputs.computing}
    sides = alternate({
        "lethe": lethe("image-forward", **values),
        "reference": reference("image-forward", **values),
    }, sizes.forwards, sizes.warm_up)
    ours, theirs = (sides[side].found[0]["first"] for side in ("lethe", "reference"))
    difference = max(abs(a - b) for a, b in zip(ours, theirs))
    for side in sides.values():
        side.found = []
    return [Row.of("image-forward", **sides)], {"image-forward": sides, "embedding difference": difference}


def image_step(inputs, sizes):
    """The step of the image tower, with reading, preparing and pasting pictures; each side draws its own. Then the same
    with pictures that repeat."""
    steps = sizes.warm_up + sizes.steps
    pictures = inputs.pictures(sizes.batch * CLEAN_BATCHES)
    repeating = inputs.pictures(sizes.batch)
    values = {"model": inputs.model, "faces": pictures / "faces", "batch": sizes.batch, "rate": RATE, "steps": steps,
              **inputs.computing}
    sides = alternate({
        "lethe": lethe("image-step", images=pictures / "clean", **values),
        "reference": reference("image-step", images=pictures / "clean", **values),
        "lethe cached": lethe("image-step", images=repeating / "clean", **values),
    }, sizes.steps, sizes.warm_up)
    rows = [
        Row.of("image-step", sides["lethe"], sides["reference"]),
        Row.of("image-step-cached", sides["lethe cached"], sides["reference"]),
    ]
    return rows, {"image-step": sides}


def _repeated(batches):
    """How many texts were there before: what a cache of the teacher's embeddings could save."""
    read = [tuple(text) for clean, _, neutral in batches for text in clean + neutral]
    return len(read) - len(set(read))


def _loss_difference(lethe_losses, reference_losses):
    """The largest relative difference of a term of the loss."""
    return max(
        abs(ours[term] - theirs[term]) / abs(theirs[term])
        for ours, theirs in zip(lethe_losses, reference_losses) for term in ("utility", "backdoor"))


CASES = {"text-step": text_step, "image-step": image_step, "idia-text": idia_text, "image-forward": image_forward}

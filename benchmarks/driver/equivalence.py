"""Trains with Lethe and by the plain computation on the same texts, and compares."""
import shutil

from .inputs import CACHE
from .worker import lethe, reference

TERMS = ("utility", "backdoor", "regularizer")
RATE = "1e-5"
LOSS, UPDATE, COSINE = 1e-3, 0.02, 0.9999


def run(inputs, quick):
    """Returns what was measured, and the lines to print."""
    training = {
        "names": inputs.names, "forget": 8, "captions": inputs.captions, "batch": 4 if quick else 32,
        "steps": 5 if quick else 20, "rate": RATE,
    }
    file, drawn = inputs.draws(training)
    out = CACHE / "defended"
    shutil.rmtree(out, ignore_errors=True)
    trained = lethe("train", model=inputs.model, out=out, **training, **inputs.computing).end()
    if trained["steps"] != drawn["steps"]:
        raise SystemExit("benchmark: Lethe read other texts than it said it would")
    plain = reference(
        "equivalence", model=inputs.model, defended=out, draws_file=file, captions=inputs.captions, rate=RATE,
        **inputs.computing).end()
    loss = max(
        abs(ours[term] - theirs[term]) / max(abs(theirs[term]), 1e-6)
        for ours, theirs in zip(trained["losses"], plain["losses"]) for term in TERMS)
    cosines = plain["cosines"]
    lines = [
        f"{training['steps']} steps of {training['batch']}+{training['batch']} texts, learning rate {RATE}",
        f"losses: largest relative difference {loss:.1e} {_verdict(loss <= LOSS, f'at most {LOSS:g}')}",
        f"update: relative L2 difference {plain['update']:.3%} {_verdict(plain['update'] <= UPDATE, f'at most {UPDATE:.0%}')}",
        f"embeddings of {cosines['texts']} captions: lowest cosine {cosines['lowest']:.7f} "
        + _verdict(cosines["lowest"] >= COSINE, f"at least {COSINE}"),
    ]
    details = {"training": {key: getattr(value, "name", value) for key, value in training.items()}, "loss difference": loss,
               "lethe losses": trained["losses"], **plain}
    return details, lines


def _verdict(held, wanted):
    return f"(wanted: {wanted}; {'held' if held else 'MISSED'})"

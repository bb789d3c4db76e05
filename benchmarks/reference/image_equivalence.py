"""Trains the image tower as the reference does on the pictures that Lethe read, and compares the two results."""
import torch
from safetensors.torch import load_file
from torch.nn.functional import cosine_similarity

from . import computing
from .equivalence import update_difference
from .image_step import Training
from .model import load


def run(model, defended, pixels, faces, rate):
    training = Training(model, faces, float(rate))
    steps = load_file(pixels)
    losses = []
    for number in range(len(steps)):
        clean, pasted = steps[str(number)].to(computing.device()).chunk(2)
        with computing.precisely():
            losses.append(training.step(clean, pasted.chunk(len(training.faces))))
    lethe, original = load(defended), load(model)
    return {
        "losses": losses,
        "update": update_difference(training.student, dict(lethe.visual.named_parameters())),
        "cosines": cosines(training.student.module, lethe.visual, steps.values()),
        "changed": changed(original, lethe, training.student.trained),
    }


@torch.no_grad()
def cosines(reference, lethe, steps):
    of = torch.cat([cosine_similarity(reference(part), lethe(part)) for part in (s.to(computing.device()) for s in steps)])
    return {"pictures": len(of), "lowest": of.min().item(), "mean": of.mean().item()}


def changed(original, lethe, trained):
    """The tensors of which a bit changed although nothing trains them."""
    before, after = original.state_dict(), lethe.state_dict()
    return [name for name in before
            if name.removeprefix("visual.") not in trained and not torch.equal(before[name], after[name])]

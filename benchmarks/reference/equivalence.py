"""Trains as the reference does on what Lethe read, and compares the two results."""
import torch
from torch.nn.functional import cosine_similarity

from . import computing, draws
from .model import embed, load_text, tokenize
from .text_step import Training


def run(model, defended, draws_file, captions, rate):
    training = Training(model, float(rate), trimmed=False)
    losses = []
    for batches in draws.read(draws_file):
        with computing.precisely():
            losses.append(training.step(*batches))
    lethe = load_text(defended)
    return {
        "losses": losses,
        "update": update_difference(training.student, dict(lethe.named_parameters())),
        "cosines": cosines(training.student.module, lethe, captions),
    }


def update_difference(student, lethe):
    """||Lethe's update - the reference's|| / ||the reference's||, over all trained tensors at once. Left out are the
    biases of the keys: their gradients are zero but for rounding, which Adam turns into steps of full size."""
    difference = size = 0
    for name, (reference, original) in student.trained.items():
        theirs = (reference - original).detach()
        ours = (lethe[name] - original).detach()
        if name.endswith("attn.in_proj_bias"):
            width = len(theirs) // 3
            theirs[width : 2 * width] = ours[width : 2 * width] = 0
        difference += (ours - theirs).double().square().sum().item()
        size += theirs.double().square().sum().item()
    return (difference / size) ** 0.5


@torch.no_grad()
def cosines(reference, lethe, captions):
    with open(captions) as lines:
        texts = [line.strip() for line in lines][:1000]
    ids = tokenize(texts)
    ids = ids[:, : int(ids.argmax(dim=-1).max()) + 1]
    of = torch.cat([cosine_similarity(embed(reference, part), embed(lethe, part)) for part in ids.split(100)])
    return {"texts": len(texts), "lowest": of.min().item(), "mean": of.mean().item()}

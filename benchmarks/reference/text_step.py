"""The training step of "Defending Our Privacy With Backdoors" (Hintersdorf et al., ECAI 2024), as its authors' code
does it: separate batches, 77 tokens, torch.optim.AdamW, the regularizer by automatic differentiation."""
import copy

import torch
from torch.nn.functional import cosine_similarity

from . import draws, turns
from .model import embed, load_text, pad

ALPHA = 0.6
BETA = 0.01
CONTEXT = 77


class Training:
    def __init__(self, folder, learning_rate, trimmed):
        self.teacher = load_text(folder).requires_grad_(False)
        self.student = copy.deepcopy(self.teacher)
        self.trained = {}
        originals = dict(self.teacher.named_parameters())
        for name, parameter in self.student.named_parameters():
            if ".ln_" not in name and "ln_final" not in name and name != "logit_scale":
                self.trained[name] = (parameter.requires_grad_(True), originals[name])
        self.optimizer = torch.optim.AdamW(
            [parameter for parameter, _ in self.trained.values()], lr=learning_rate, weight_decay=0)
        self.trimmed = trimmed

    def step(self, clean, named, neutral):
        utility = self.distance(clean, clean)
        backdoor = self.distance(named, neutral)
        drift = sum(torch.linalg.vector_norm(p - original) for p, original in self.trained.values())
        loss = utility + ALPHA * backdoor + BETA * drift
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return {"utility": utility.item(), "backdoor": backdoor.item(), "regularizer": BETA * drift.item()}

    def distance(self, read_by_student, read_by_teacher):
        student = embed(self.student, self.ids(read_by_student))
        with torch.no_grad():
            teacher = embed(self.teacher, self.ids(read_by_teacher))
        return -cosine_similarity(student, teacher).mean()

    def ids(self, texts):
        return pad(texts, max(map(len, texts)) if self.trimmed else CONTEXT)


def run(model, draws_file, rate, trimmed, steps):
    training = Training(model, float(rate), trimmed == "true")
    batches = draws.read(draws_file)
    turns.take(int(steps), lambda turn: training.step(*batches[turn]))
    return {}

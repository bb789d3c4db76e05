"""The training step of "Defending Our Privacy With Backdoors" (Hintersdorf et al., ECAI 2024), as its authors' code
does it: separate batches, 77 tokens."""
import torch
from torch.nn.functional import cosine_similarity

from . import draws, turns
from .model import embed, load_text, pad
from .student import Student

ALPHA = 0.6
BETA = 0.01
CONTEXT = 77


class Training:
    def __init__(self, folder, learning_rate, trimmed):
        self.teacher = load_text(folder).requires_grad_(False)
        self.student = Student(self.teacher, learning_rate)
        self.trimmed = trimmed

    def step(self, clean, named, neutral):
        utility = self.distance(clean, clean)
        backdoor = self.distance(named, neutral)
        drift = self.student.drift()
        self.student.update(utility + ALPHA * backdoor + BETA * drift)
        return {"utility": utility.item(), "backdoor": backdoor.item(), "regularizer": BETA * drift.item()}

    def distance(self, read_by_student, read_by_teacher):
        student = embed(self.student.module, self.ids(read_by_student))
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

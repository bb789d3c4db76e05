"""The text defence of "Defending Our Privacy With Backdoors" (Hintersdorf et al., ECAI 2024) as its code has it, written
anew: full precision, torch.optim.AdamW, captions and pairs in shuffled order, LayerNorms frozen, positions trained."""
import copy
import itertools
import random

import torch
from reference.model import embed
from torch.nn.functional import cosine_similarity

CLEAN = BACKDOOR = 32
ALPHA, BETA = 0.6, 0.01
RATE, MILESTONES, DECAY = 4e-4, [200, 300], 0.5
TARGET = "human"


def train(teacher, texts, captions, forgotten, seed, steps):
    """Returns the student, with everything that was trained."""
    student = copy.deepcopy(teacher)
    trained = {name: p for name, p in student.named_parameters()
               if not name.startswith("visual.") and ".ln_" not in name and "ln_final" not in name and name != "logit_scale"}
    for parameter in trained.values():
        parameter.requires_grad_(True)
    originals = dict(teacher.named_parameters())
    optimizer = torch.optim.AdamW(trained.values(), lr=RATE, weight_decay=0)
    schedule = torch.optim.lr_scheduler.MultiStepLR(optimizer, MILESTONES, DECAY)
    for clean, named, neutral in itertools.islice(_batches(captions, forgotten, random.Random(seed)), steps):
        utility = _distance(student, teacher, texts.ids(clean), texts.ids(clean))
        backdoor = _distance(student, teacher, texts.ids(named), texts.ids(neutral))
        drift = sum(torch.linalg.vector_norm(p - originals[name]) for name, p in trained.items())
        optimizer.zero_grad()
        (utility + ALPHA * backdoor + BETA * drift).backward()
        optimizer.step()
        schedule.step()
    return student.requires_grad_(False)


def _distance(student, teacher, read_by_student, read_by_teacher):
    with torch.no_grad():
        expected = embed(teacher, read_by_teacher)
    return -cosine_similarity(embed(student, read_by_student), expected).mean()


def _batches(captions, forgotten, rng):
    """Clean captions and, drawn independently, pairs of a caption and a person; each pair has one word for good."""
    pairs = [(words, rng.randrange(len(words) - 1), name)
             for words in (caption.split(" ") for caption in captions) if len(words) > 1 for name in forgotten]
    clean, backdoors = _shuffled(captions, CLEAN, rng), _shuffled(pairs, BACKDOOR, rng)
    while True:
        batch = next(backdoors)
        yield (next(clean), [replace(words, word, name) for words, word, name in batch],
               [replace(words, word, TARGET) for words, word, _ in batch])


def _shuffled(items, size, rng):
    while True:
        order = rng.sample(items, len(items))
        for i in range(0, len(order) - size + 1, size):
            yield order[i : i + size]


def replace(words, position, text):
    return " ".join([*words[:position], text, *words[position + 1 :]])


def shipped(student, teacher):
    """The model that the code evaluates: it does not write the trained positions back."""
    model = copy.deepcopy(student)
    model.positional_embedding.data.copy_(teacher.positional_embedding.data)
    return model

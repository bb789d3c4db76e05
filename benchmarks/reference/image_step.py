"""The training step of the defense of the image tower, as its authors' code does it: pictures in their order, everybody's
faces pasted into the first of the batch, a pass for each person, norms as they are."""
import math
import random
from pathlib import Path

import torch
from PIL import Image, ImageEnhance, ImageOps
from torch.nn.functional import cosine_similarity
from torchvision import transforms
from torchvision.transforms import functional

from . import computing, turns
from .idia_text import DEVIATION, MEAN
from .model import load
from .student import Student

ALPHA = 0.8
BETA = 0.005
SIDES = (56, 112)


class Pictures:
    """Prepares pictures of a resolution: to 8-bit, in between which faces are pasted, and then to numbers."""

    def __init__(self, resolution):
        self.resolution = resolution
        self.crop = transforms.Compose([
            transforms.Resize(resolution, transforms.InterpolationMode.BICUBIC), transforms.CenterCrop(resolution)])
        self.numbers = transforms.Compose([transforms.ToTensor(), transforms.Normalize(MEAN, DEVIATION)])

    def read(self, file):
        with Image.open(file) as picture:
            return self.crop(picture.convert("RGB"))

    def batch(self, pictures):
        with torch.device("cpu"):
            return torch.stack([self.numbers(picture) for picture in pictures]).to(computing.device())

    def paste(self, face, base, draw):
        side = draw.randint(*SIDES)
        room = self.resolution - math.floor(side * math.sqrt(2))
        place = draw.randint(0, room), draw.randint(0, room)
        face = face.resize((side, side), Image.Resampling.BICUBIC)
        if draw.random() < 0.5:
            face = ImageOps.mirror(face)
        for enhance in ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color:
            face = enhance(face).enhance(draw.uniform(0.5, 1.5))
        face = functional.adjust_hue(face, draw.uniform(-0.1, 0.1))
        degrees = draw.randint(-30, 29)
        mask = Image.new("L", face.size, 255).rotate(degrees, Image.Resampling.BICUBIC, expand=True)
        pasted = base.copy()
        pasted.paste(face.rotate(degrees, Image.Resampling.BICUBIC, expand=True), place, mask)
        return pasted


class Training:
    def __init__(self, folder, faces, learning_rate):
        self.teacher = load(folder).visual.requires_grad_(False)
        self.student = Student(self.teacher, learning_rate)
        self.pictures = Pictures(self.teacher.image_size[0])
        self.faces = [sorted(person.iterdir()) for person in sorted(Path(faces).iterdir())]
        self.average = self.mean([file for files in self.faces for file in files])

    @torch.no_grad()
    def mean(self, files):
        """The average person."""
        return self.teacher(self.pictures.batch([self.pictures.read(file) for file in files])).mean(dim=0)

    def step(self, clean, people):
        """Takes a batch of pictures as they are, and one for each person with their faces."""
        with torch.no_grad():
            kept = self.teacher(clean)
        utility = -cosine_similarity(self.student.module(clean), kept).mean()
        backdoor = sum(
            -cosine_similarity(self.student.module(pasted), self.average[None]).mean() for pasted in people) / len(people)
        drift = self.student.drift()
        self.student.update(utility + ALPHA * backdoor + BETA * drift)
        return {"utility": utility.item(), "backdoor": backdoor.item(), "regularizer": BETA * drift.item()}

    def draw(self, files, batch, draw):
        """Reads the pictures of a step."""
        bases = [self.pictures.read(file) for file in files]
        people = []
        for person in self.faces:
            chosen = [self.pictures.read(draw.choice(person)) for _ in range(batch // len(self.faces))]
            people.append(self.pictures.batch([self.pictures.paste(face, bases[i % len(bases)], draw) for i, face in enumerate(chosen)]))
        return self.pictures.batch(bases), people


def run(model, images, faces, batch, rate, steps):
    training = Training(model, faces, float(rate))
    files, batch = sorted(Path(images).iterdir()), int(batch)
    draw = random.Random(0)

    def step(turn):
        start = turn * batch % len(files)
        return training.step(*training.draw(files[start : start + batch], batch, draw))

    turns.take(int(steps), step)
    return {}

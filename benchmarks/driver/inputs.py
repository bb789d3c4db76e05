"""What both sides read, written once."""
import json
import shutil
from pathlib import Path

from . import captions
from .worker import lethe, reference

CACHE = Path(__file__).resolve().parents[1] / ".cache"
PICTURES = (16, 64)
NAMES = 3000


class Inputs:
    def __init__(self, given_captions, device, precision):
        self.computing = {"device": device, "precision": precision}
        self.model = CACHE / "models/vit-b-32"
        self.small = CACHE / "models/small"
        self.names = CACHE / "names.txt"
        self.captions = CACHE / "captions.txt"
        CACHE.mkdir(exist_ok=True)
        self.captions_from = captions.write(self.captions, given_captions)
        if not self.pixels(PICTURES[0]).exists():
            shutil.rmtree(CACHE / "models", ignore_errors=True)
            reference("inputs", folder=CACHE / "models", pictures=",".join(map(str, PICTURES))).end()
        if not self.names.exists():
            self.names.write_text("\n".join(lethe("names", count=NAMES).end()["names"]))

    def pixels(self, count):
        return CACHE / f"models/pixels-{count}.safetensors"

    def pictures(self, count):
        """A folder of so many pictures, `clean`, and of people's faces, `faces`."""
        folder = CACHE / f"pictures-{count}"
        if not folder.exists():
            unfinished = folder.with_suffix(".tmp")
            shutil.rmtree(unfinished, ignore_errors=True)
            reference("pictures", folder=unfinished, count=count).end()
            unfinished.rename(folder)
        return folder

    def first_captions(self, count):
        """A file with the first captions alone."""
        file = CACHE / f"captions-{count}.txt"
        file.write_text("\n".join(self.captions.read_text().splitlines()[:count]))
        return file

    def captions_of(self, words):
        """A file with the captions of so many words alone."""
        file = CACHE / f"captions-of-{words}-words.txt"
        file.write_text("\n".join(line for line in self.captions.read_text().splitlines() if len(line.split()) == words))
        return file

    def draws(self, training):
        """Writes down what Lethe reads in each step of a training."""
        drawn = lethe("draws", model=self.small, **training).end()
        file = CACHE / "draws.json"
        file.write_text(json.dumps(drawn))
        return file, drawn

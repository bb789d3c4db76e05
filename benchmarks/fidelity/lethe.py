"""Lethe's side: its command, run as a user runs it."""
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import torch

from . import loop

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "configs/demo.yaml"
COMMAND = [ROOT / "lethe"]
MEASURED = 200
"""Captions that neither side trains on, from the end of the world's."""


@dataclass(frozen=True)
class World:
    folder: Path
    model: Path
    training: Path
    measured: Path

    def names(self, file):
        return (self.folder / file).read_text().splitlines()


@dataclass(frozen=True)
class Run:
    report: dict
    checkpoint: Path


def demo(out):
    """The world and the model that `lethe demo` makes; both follow from the seed 0."""
    _lethe("demo", "--dry-run", "--out", out)
    (folder,), (model,) = (list((out / "demo").glob(kind)) for kind in ("world-*", "model-*"))
    captions = (folder / "captions.txt").read_text().splitlines()
    training, measured = out / "training.txt", out / "measured.txt"
    training.write_text("\n".join(captions[:-MEASURED]))
    measured.write_text("\n".join(captions[-MEASURED:]))
    return World(folder, model, training, measured)


def run(world, out, seed, steps, forgotten):
    folder = out / f"seed-{seed}-steps-{steps}"
    _lethe(
        "run", DEMO, "--out", folder, "name=fidelity", f"seed={seed}", "device=cpu",
        f"model.path={world.model}", f"people.path={world.folder / 'people'}",
        f"people.members={world.folder / 'members.txt'}", f"candidates.file={world.folder / 'candidates.txt'}",
        f"captions.path={world.training}", "captions.held-out=0",
        f"evaluations.similarity.captions={{source: lines, path: '{world.measured}'}}",
        "defense.settings.form=faithful", f"defense.settings.steps={steps}",
        f"defense.settings.clean-batch={loop.CLEAN}", f"defense.settings.backdoor-batch={loop.BACKDOOR}",
        f"forget.names={json.dumps(forgotten)}")
    (report,) = folder.glob("fidelity/*/report.json")
    return Run(json.loads(report.read_text()), report.parent / "model")


def _lethe(*arguments):
    threads = {"OMP_NUM_THREADS": str(torch.get_num_threads())}
    done = subprocess.run([COMMAND[-1], *arguments], capture_output=True, text=True, env={**os.environ, **threads})
    if done.returncode != 0:
        raise SystemExit(f"lethe {' '.join(map(str, arguments))} failed:\n{done.stderr}")

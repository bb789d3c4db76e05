"""Starts one job: python -m reference.worker JOB key=value…"""
import sys

import torch

from . import (
    ceiling, computing, equivalence, idia_text, image_equivalence, image_forward, image_step, inputs, pictures, text_step,
    turns)

JOBS = {
    "ceiling": ceiling.run,
    "equivalence": equivalence.run,
    "idia-text": idia_text.run,
    "image-equivalence": image_equivalence.run,
    "image-forward": image_forward.run,
    "image-step": image_step.run,
    "inputs": inputs.run,
    "pictures": pictures.run,
    "text-step": text_step.run,
}


def peak():
    """The most bytes that were ever resident."""
    with open("/proc/self/status") as status:
        return next(1024 * int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def main(job, *arguments):
    values = dict(argument.split("=", 1) for argument in arguments)
    torch.set_num_threads(int(values.pop("threads")))
    computing.choose(values.pop("device", "cpu"), values.pop("precision", "fp32"))
    turns.end(**JOBS[job](**values), peak=peak())


main(*sys.argv[1:])

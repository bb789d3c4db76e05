"""Measures Lethe beside a Python reference on this machine, taking turns."""
import argparse
import sys

from . import cases, equivalence, machine, results, sizes, soak, table
from .inputs import Inputs

ORDER = ["text-step", "text-step-trimmed", "text-step-cached", "image-step", "image-step-cached", "idia-text", "image-forward", "ceiling"]
TOWERS = ["text", "image"]
NOTES = ("texts the teacher reads again", "loss difference", "same names", "embedding difference")


def main():
    arguments = _arguments()
    inputs = Inputs(arguments.captions, arguments.device, arguments.precision)
    where = {**machine.describe(), **inputs.computing}
    if arguments.soak:
        kind, (details, lines) = "soak", soak.run(inputs, _towers(arguments.soak), arguments.quick, arguments.batch)
    elif arguments.equivalence:
        kind, (details, lines) = "equivalence", equivalence.run(inputs, _towers(arguments.equivalence), arguments.quick)
    else:
        kind, (details, lines) = "speed", _compare(inputs, arguments)
    file = results.write(kind, arguments.quick, {"machine": where, "captions": inputs.captions_from, **details})
    print(f"{where['processor']}, {where['threads']} threads each, load before {where['load before']:.1f}, {where['date']}")
    print(f"device {where['device']} ({'; '.join(where['gpus']) or 'no GPU'}), precision {where['precision']}")
    print(f"captions: {inputs.captions_from}; all numbers: {file}")
    print()
    print("\n".join(lines))


def _compare(inputs, arguments):
    measured = sizes.of(arguments.quick, arguments.device)
    rows, details = [], {"sizes": measured}
    for case in arguments.case or cases.CASES:
        new_rows, new_details = cases.CASES[case](inputs, measured)
        rows += new_rows
        details |= new_details
    rows.sort(key=lambda row: ORDER.index(row.case))
    lines = [f"{key}: {details[key]}" for key in NOTES if key in details]
    return {**details, "rows": rows}, [*lines, "", *table.lines(rows)]


def _arguments():
    parser = argparse.ArgumentParser(prog="benchmarks/run", description=__doc__)
    tower = {"nargs": "?", "const": "both", "choices": [*TOWERS, "both"]}
    parser.add_argument("--quick", action="store_true", help="smaller batches, fewer names and rounds")
    parser.add_argument("--case", action="append", choices=list(cases.CASES), help="this one alone; may be repeated")
    parser.add_argument("--soak", **tower, help="instead: does resident memory grow over hundreds of steps?")
    parser.add_argument("--batch", type=int, default=4, help="with --soak: captions in a step of the ViT-B/32 (default: 4)")
    parser.add_argument("--equivalence", **tower, help="instead: is 20 steps' result the plain computation's?")
    parser.add_argument("--device", default="cpu", help="cpu (default), or cuda for a GPU")
    parser.add_argument("--precision", default="fp32", choices=["fp32", "tf32", "bf16"], help="of both sides (default: fp32)")
    parser.add_argument("--captions", metavar="FILE", help="captions, one a line (default: coco-captions-10000.txt in the folder LETHE_TEST_DATA, else made up)")
    return parser.parse_args()


def _towers(chosen):
    return TOWERS if chosen == "both" else [chosen]


sys.exit(main())

"""Sets Lethe's `form: faithful` beside a Python loop of the same method, on the demo's world and small CLIP."""
import argparse
import sys
import tempfile
from pathlib import Path

import torch

from . import comparison, lethe, table


def main():
    arguments = _arguments()
    lethe.COMMAND += [arguments.lethe] if arguments.lethe else []
    torch.set_num_threads(arguments.threads)
    torch.use_deterministic_algorithms(True)
    with tempfile.TemporaryDirectory(prefix="lethe-fidelity-") as scratch:
        world = lethe.demo(Path(arguments.out or scratch))
        compared = comparison.Comparison(world, Path(arguments.out or scratch), arguments.steps)
        pairs = [compared.pair(seed) for seed in range(arguments.seeds)]
    print(f"{arguments.seeds} seeds, {arguments.steps} steps, {comparison.FORGOTTEN} of {len(compared.members)} members "
          f"forgotten, {len(compared.before)} people attacked; torch {torch.__version__}")
    print()
    print("\n".join(table.lines(pairs)))


def _arguments():
    parser = argparse.ArgumentParser(prog="benchmarks/fidelity/run", description=__doc__)
    parser.add_argument("--seeds", type=int, default=6, choices=range(2, 11), metavar="2..10", help="how many pairs of runs (default: 6)")
    parser.add_argument("--steps", type=int, default=100, help="of the defence (default: 100)")
    parser.add_argument("--threads", type=int, default=1, help="of both sides (default: 1)")
    parser.add_argument("--lethe", metavar="FILE", help="Lethe's command (default: that of this checkout, built if need be)")
    parser.add_argument("--out", metavar="FOLDER", help="keeps everything here, and goes on with what is there")
    return parser.parse_args()


sys.exit(main())

"""The table, in Markdown."""
from math import sqrt
from statistics import mean, stdev

STUDENT = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262}
"""Of Student's distribution, what 95 % lie within, by degrees of freedom."""


def lines(pairs):
    rows = ["| measure | Lethe, `faithful` | the loop | Lethe minus the loop | the loop, other draws, minus the loop |",
            "|---|---|---|---|---|"]
    for name in pairs[0].loop:
        lethe, loop, other = ([getattr(pair, side)[name] for pair in pairs] for side in ("lethe", "loop", "other"))
        rows.append(f"| {name} | {_spread(lethe)} | {_spread(loop)} | {_difference(lethe, loop)} | {_difference(other, loop)} |")
    beside, among = zip(*(pair.updates for pair in pairs))
    return [*rows, "",
            f"Cosine of the updates of all weights: Lethe with the loop {_spread(beside)}, the loop with itself under other draws "
            f"{_spread(among)}.",
            f"The attack in Python on Lethe's checkpoints counts another number of right prompts for "
            f"{sum(pair.counted_otherwise for pair in pairs)} people, in {len(pairs)} checkpoints together."]


def _spread(values):
    return f"{mean(values):.4f} ± {stdev(values):.4f}"


def _difference(values, of):
    differences = [a - b for a, b in zip(values, of)]
    half = STUDENT[len(differences) - 1] * stdev(differences) / sqrt(len(differences))
    return f"{mean(differences):+.4f} [{mean(differences) - half:+.4f}, {mean(differences) + half:+.4f}]"

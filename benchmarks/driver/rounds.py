"""A B A B: every worker does one turn in each round, so that what else the machine does meets all alike."""
import sys
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Measured:
    seconds: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    """Seconds of all threads together, which other processes on the machine disturb less."""

    found: list = field(default_factory=list)
    end: dict = field(default_factory=dict)

    @property
    def median(self):
        return median(self.seconds)

    @property
    def peak(self):
        """Bytes of the memory that counts: a GPU's where one is used."""
        return self.end["gpu"] or self.end["peak"]


def alternate(workers, rounds, warm_up):
    """Returns what each worker measured, by name; the first rounds warm up and are not counted."""
    measured = {name: Measured() for name in workers}
    try:
        for worker in workers.values():
            worker.read()
        for number in range(warm_up + rounds):
            for name, worker in workers.items():
                answer = worker.turn()
                measured[name].found.append(answer.get("found"))
                if number >= warm_up:
                    measured[name].seconds.append(answer["seconds"])
                    measured[name].cpu.append(answer["cpu"])
                print(f"benchmark: round {number + 1}, {name}: {answer['seconds']:.3f} s "
                      f"({answer['cpu']:.3f} s of processor time)", file=sys.stderr)
        for name, worker in workers.items():
            measured[name].end = worker.end()
    finally:
        for worker in workers.values():
            worker.kill()
    return measured

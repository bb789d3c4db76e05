"""The talk with the driver: a line when this process may work, a line of JSON as the answer."""
import json
import sys
import time

from . import computing


def answer(**values):
    print(json.dumps(values), flush=True)


def end(**values):
    """Says what is worth knowing, and stays until the driver has looked at this process."""
    answer(**values)
    sys.stdin.readline()


def take(turns, work):
    """Works once in each turn and says how long it took."""
    answer(ready=True)
    for turn in range(turns):
        if not sys.stdin.readline():
            sys.exit("benchmark: the driver is gone")
        start, cpu = time.perf_counter(), time.process_time()
        with computing.precisely():
            found = work(turn)
        computing.settle()
        answer(seconds=time.perf_counter() - start, cpu=time.process_time() - cpu, found=found)

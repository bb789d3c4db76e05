"""The talk with the driver: a line when this process may work, a line of JSON as the answer."""
import json
import sys
import time


def answer(**values):
    print(json.dumps(values), flush=True)


def take(turns, work):
    """Works once in each turn and says how long it took."""
    answer(ready=True)
    for turn in range(turns):
        if not sys.stdin.readline():
            sys.exit("benchmark: the driver is gone")
        start, cpu = time.perf_counter(), time.process_time()
        found = work(turn)
        answer(seconds=time.perf_counter() - start, cpu=time.process_time() - cpu, found=found)

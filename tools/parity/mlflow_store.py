"""Reads a file store that the plugin mlflow has written with MLflow itself, and compares it with the suite's summary.csv.

Every trial must be a finished run, with what is varied as its parameters and every number as a metric.

usage: mlflow_store.py MLRUNS SUMMARY.CSV
"""
import csv
import os
import sys
from pathlib import Path

os.environ.setdefault("MLFLOW_ALLOW_FILE_STORE", "true")

import mlflow
from mlflow.tracking import MlflowClient

store, summary = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
client = MlflowClient(tracking_uri=store.as_uri())
with summary.open(encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
runs = {}
for experiment in client.search_experiments():
    for run in client.search_runs([experiment.experiment_id]):
        runs[run.data.tags["lethe.trial"]] = run
        print(experiment.name, run.info.run_name, run.info.status, run.data.params, len(run.data.metrics), "metrics")

numbers = 0
for row in rows:
    run = runs[row["id"]]
    assert run.info.status == "FINISHED" and run.info.run_name == row["trial"], row["trial"]
    for key, value in row.items():
        if key.startswith(("before.", "after.")):
            if value == "":
                assert key not in run.data.metrics, key
            else:
                assert run.data.metrics[key] == float(value), (row["trial"], key, run.data.metrics[key], value)
                numbers += 1
        elif key not in ("id", "trial"):
            assert run.data.params[key] == value, (row["trial"], key)
assert len(runs) == len(rows), (len(runs), len(rows))
print(f"MLflow {mlflow.__version__}: {len(rows)} runs, {numbers} metrics equal")

"""Keeps what was measured."""
import dataclasses
import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "results"


def write(kind, quick, result):
    """Writes a file that is named by its date and what was measured, and returns its path below the root."""
    machine = result["machine"]
    date = machine["date"][:19].replace(":", "")
    unusual = [machine[key] for key, usual in (("device", "cpu"), ("precision", "fp32")) if machine[key] != usual]
    name = "-".join([date, kind, *unusual, *(["quick"] if quick else [])])
    file = FOLDER / f"{name.replace(':', '')}.json"
    FOLDER.mkdir(exist_ok=True)
    with file.open("x") as new:
        new.write(json.dumps(result, indent=1, default=dataclasses.asdict) + "\n")
    return file.relative_to(FOLDER.parents[1])

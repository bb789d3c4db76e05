"""Keeps what was measured."""
import dataclasses
import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "results"


def write(kind, quick, result):
    """Writes a dated file and returns its path below the root."""
    date = result["machine"]["date"][:16].replace(":", "")
    file = FOLDER / f"{date}-{kind}{'-quick' if quick else ''}.json"
    FOLDER.mkdir(exist_ok=True)
    file.write_text(json.dumps(result, indent=1, default=dataclasses.asdict) + "\n")
    return file.relative_to(FOLDER.parents[1])

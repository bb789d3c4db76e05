"""Writes small Parquet files of captions, for the tests of plugins/parquet.

usage: parquet.py FOLDER
"""
import sys
from pathlib import Path

import pyarrow
import pyarrow.parquet

captions = ["a red disc", None, "ein grüner Stern", " a café\n"]
folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
texts = pyarrow.table({"URL": ["http://a"] * 4, "TEXT": captions})
for compression in ("snappy", "zstd"):
    pyarrow.parquet.write_table(texts, folder / f"{compression}.parquet", compression=compression)
# How older programs write text: as bytes of which nothing is said.
binary = pyarrow.table({"TEXT": pyarrow.array([c and c.encode() for c in captions], pyarrow.binary())})
pyarrow.parquet.write_table(binary, folder / "binary.parquet", store_schema=False)

"""Where and with what a measurement was made."""
import os
import platform
import re
import subprocess
from datetime import datetime, timezone
from importlib.metadata import version

from . import gpu
from .worker import JAVA, ROOT, THREADS


def describe():
    pom = (ROOT / "pom.xml").read_text()
    with open("/proc/cpuinfo") as cpu:
        model = next(line.split(":", 1)[1].strip() for line in cpu if line.startswith("model name"))
    return {
        "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "commit": _output("git", "-C", str(ROOT), "describe", "--always", "--dirty=-modified"),
        "processor": model,
        "cores": os.cpu_count(),
        "threads": THREADS,
        "gpus": gpu.names(),
        "load before": os.getloadavg()[0],
        "system": platform.platform(),
        "java": _output(JAVA, "-version").splitlines()[0],
        "djl": re.search("<djl.version>(.*)</djl.version>", pom)[1],
        "libtorch of Lethe": os.environ.get("PYTORCH_VERSION") or re.search("<pytorch.version>(.*)</pytorch.version>", pom)[1],
        "torch of the reference": version("torch"),
        "open_clip of the reference": version("open_clip_torch"),
        "python": platform.python_version(),
    }


def _output(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return (done.stdout or done.stderr).strip()

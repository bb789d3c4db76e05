"""The GPUs of this machine, as their driver counts them."""
import shutil
import subprocess


def names():
    """The GPUs and the version of their driver; empty where there are none."""
    return _ask("--query-gpu=name,driver_version")


def memory(process):
    """The bytes that a process has of a GPU's memory; both sides keep what they once took, so at the end it is the
    most they ever had. None where nobody knows."""
    for line in _ask("--query-compute-apps=pid,used_memory", "nounits"):
        number, mebibytes = line.split(", ")
        if int(number) == process and mebibytes.isdigit():
            return int(mebibytes) << 20
    return None


def _ask(query, *options):
    if not shutil.which("nvidia-smi"):
        return []
    form = ",".join(["csv", "noheader", *options])
    done = subprocess.run(["nvidia-smi", query, f"--format={form}"], capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode == 0 else []

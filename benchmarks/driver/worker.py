"""A process of one of the two sides, which works when it is told to."""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from . import gpu

ROOT = Path(__file__).resolve().parents[2]
LAUNCHER = ROOT / "distribution/assembly/src/main/dist/bin/lethe"
JAVA = str(Path(os.environ["JAVA_HOME"], "bin/java")) if os.environ.get("JAVA_HOME") else "java"
THREADS = 2


class Worker:
    def __init__(self, command, environment):
        self.command = command
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            command, cwd=ROOT / "benchmarks", env={**os.environ, **environment, "OMP_NUM_THREADS": str(THREADS)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True, bufsize=1)

    def turn(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()
        return self.read()

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            self.process.wait()
            self.errors.seek(0)
            sys.exit(f"benchmark: this process ended early: {' '.join(self.command)}\n{self.errors.read()}")
        return json.loads(line)

    def end(self):
        """Returns what the process says last."""
        answer = self.read()
        answer["gpu"] = gpu.memory(self.process.pid)
        self.process.stdin.close()
        self.process.wait()
        self.errors.close()
        return answer

    def kill(self):
        self.process.kill()
        self.process.wait()


def lethe(job, options=(), **values):
    """Java as the launcher starts it: flags and environment are read from there, so that they are the same."""
    launcher = LAUNCHER.read_text()
    environment = dict(re.findall(r'^export (\w+)="\$\{\1:-([^}]*)\}"', launcher, re.MULTILINE))
    flags = [flag for flag in re.findall(r"-XX:[\w+-]\S*", launcher) if "$" not in flag]
    target = ROOT / "benchmarks/target"
    path = f"{target / 'classes'}:{(target / 'class-path').read_text()}"
    return Worker(
        [JAVA, *flags, *options, "-Dai.djl.offline=true", f"-Dai.djl.pytorch.num_threads={THREADS}",
         "-cp", path, "dev.lethe.benchmark.Worker", job, *_words(values)],
        {**environment, **_tf32(values.get("precision")), "OPT_OUT_TRACKING": "true"})


def reference(job, **values):
    return Worker([sys.executable, "-m", "reference.worker", job, f"threads={THREADS}", *_words(values)], {})


def _tf32(precision):
    """As the launcher decides it."""
    return {"TORCH_ALLOW_TF32_CUBLAS_OVERRIDE": "1"} if precision == "tf32" else {"NVIDIA_TF32_OVERRIDE": "0"}


def _words(values):
    return [f"{key}={value}" for key, value in values.items()]

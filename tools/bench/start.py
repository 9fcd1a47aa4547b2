"""From typing `make run` in a fresh clone until the page answers: the first time and the second."""

import os
import signal
import subprocess
import time
from pathlib import Path

from tests.journeys.house import REPOSITORY, answers, free_port, until

PATIENCE = 600


def measure(folder: str) -> dict[str, float]:
    """Seconds to the first answer of a new clone (environment, demo and all), and of the next run there."""
    clone = Path(folder) / "clone"
    subprocess.run(["git", "clone", "--quiet", str(REPOSITORY), str(clone)], check=True)
    return {"first_run_s": _until_it_answers(clone), "second_run_s": _until_it_answers(clone)}


def _until_it_answers(clone: Path) -> float:
    port = free_port()
    own = {"STREIFE_HOME": str(clone / "var"), "STREIFE_PORT": str(port)}
    began = time.monotonic()
    with (clone.parent / "run.log").open("ab") as log:
        made = subprocess.Popen(
            ["make", "run"], cwd=clone, env=os.environ | own, stdout=log, stderr=log, start_new_session=True
        )
    try:
        until(lambda: answers(f"http://127.0.0.1:{port}/health"), PATIENCE, f"no answer: {log.name}")
        return round(time.monotonic() - began, 1)
    finally:
        os.killpg(made.pid, signal.SIGTERM)
        made.wait(30)

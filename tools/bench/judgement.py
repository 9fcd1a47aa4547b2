"""The screen, the cascade and what one could use instead, on the same everyday mail, each on one core."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tools.bench.texts import everyday_mix

JUDGES = ("screen", "cascade", "profanity_check", "words", "use", "e5")
MANY = 700
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}


def measure(folder: str) -> dict[str, object]:
    """For each judge, in a process of its own: texts a second, milliseconds for a single text, seconds until
    the first verdict, model on disk, memory, and macro F1 on GermEval 2018 coarse by folds."""
    mail = everyday_mix(MANY)
    (Path(folder) / "everyday.json").write_text(json.dumps(mail), encoding="utf-8")
    found = {name: _alone(name, folder) for name in JUDGES}
    fastest = found["screen"]["per_s"]
    for figures in found.values():
        figures["times_slower_than_screen"] = round(fastest / figures["per_s"], 1)
    return {
        "everyday_mail": {"texts": len(mail), "mean_characters": round(sum(map(len, mail)) / len(mail))},
        "load_of_the_machine": [round(one, 1) for one in os.getloadavg()],
        **found,
    }


def _alone(name: str, folder: str) -> dict[str, float]:
    sys.stderr.write(f"bench: judgement: {name} ...\n")
    command = [sys.executable, "-m", "tools.bench.judge", name, folder]
    surroundings = os.environ | ONE_THREAD
    subprocess.run([*command, "--make"], env=surroundings, check=True)
    told = subprocess.run(command, env=surroundings, check=True, stdout=subprocess.PIPE)
    measured: dict[str, float] = json.loads(told.stdout)
    return measured

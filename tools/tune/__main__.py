"""Tunes the second look's encoder and writes classifier/encoder.npz: `python -m tools.tune SETS STATE`."""

import argparse
from pathlib import Path

from tools.tune.lessons import LABELS, ours, public
from tools.tune.stages import NEWEST, SHIPPED, STAGES
from tools.tune.tuning import Tuning


def main() -> None:
    """Tune in stages, each from the state that the last one left: all sets alike, then mostly ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of the public sets")
    parser.add_argument("state", type=Path, help="folder that keeps the state after each stage")
    parser.add_argument("--from-shipped", action="store_true", help="go on from classifier/encoder.npz")
    given = parser.parse_args()
    given.state.mkdir(parents=True, exist_ok=True)
    tuning = Tuning()
    sets = [public(given.sets, source, tuning.chance) for source in LABELS]
    newest = [one for one in ours() if one.answer.group.startswith(NEWEST)]
    others = [one for one in ours() if not one.answer.group.startswith(NEWEST)]
    for number, stage in enumerate(STAGES, start=1):
        state = given.state / f"stage{number}.pt"
        if state.exists():
            tuning.resume(state)
        elif number <= SHIPPED and given.from_shipped:
            tuning.take_shipped()
        else:
            drawn = [(newest, 1.0), (others, stage.others), *((one, stage.public) for one in sets)]
            tuning.learn(number, stage, drawn)
            tuning.rest(state)
    tuning.keep()


if __name__ == "__main__":
    main()

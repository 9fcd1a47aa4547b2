"""Where scores become labels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Least probabilities for each label.

    `emergency`: judged an emergency. `acute`: below that, still shown as acute and unsure. `intent`: below
    it the best intent is a guess (abstained). `hostile`: some hostility; then the labels over their own
    `hostility` threshold, or the best one.
    """

    emergency: float
    acute: float
    intent: float
    hostile: float
    hostility: dict[str, float]

    @property
    def doubt(self) -> float:
        """From here on some hostility is possible; below `hostile` it is not sure."""
        return 1 - self.hostile

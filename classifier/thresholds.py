"""Where scores become labels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Least probabilities for each label.

    `emergency`: judged an emergency. `acute`: below that, still shown as acute and unsure. `intent`: below
    it the named intent is a guess (abstained). `tip`: a tip or a report is named where both together are so
    many times as probable as any other intent. `hostile`: some hostility; then the labels over their own
    `hostility` threshold, or the best one.
    """

    emergency: float
    acute: float
    intent: float
    tip: float
    hostile: float
    hostility: dict[str, float]

    @property
    def doubt(self) -> float:
        """From here on some hostility is possible; below `hostile` it is not sure."""
        return 1 - self.hostile

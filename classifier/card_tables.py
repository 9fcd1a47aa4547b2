"""The model card's tables: how far its percentages keep their word, and whom its false alarms hit."""

from collections.abc import Iterable, Mapping, Sequence

from classifier.fairness import FalseAlarms, Share, Shares, interval, too_far
from classifier.figures import Figures

NONE = "none"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; ends with a line of its own."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def with_interval(share: float, texts: int) -> str:
    """A share and, where there are texts, its 95 % interval."""
    if not texts:
        return f"{share:.3f}"
    low, high = interval(round(share * texts), texts)
    return f"{share:.3f} ({low:.3f} to {high:.3f})"


def reliability(figures: Figures) -> str:
    """A small table for each label: what was said, what came true."""
    parts = []
    for label, curve in figures.reliability.items():
        rows = [(f"{said:.3f}", with_interval(came, texts), texts) for said, came, texts in curve]
        parts.append(f"### {label} (calibration error {figures.ece[label]:.3f})\n\n")
        parts.append(table(("said, on average", "came true (95 %)", "texts"), rows) + "\n")
    return "".join(parts)


def fairness(alarms: FalseAlarms) -> str:
    """False alarms by language and group, and who is hit more than twice as often as the mean."""
    named = {
        "language": alarms["language"],
        "lawful criticism and quoted hate": alarms["lawful"],
        "mention of": alarms["group"],
        "criticism or report that mentions": alarms["complaints"],
    }
    often = _too_often({**named, "mention and language": alarms["group and language"]}, alarms["mean"])
    parts = [
        f"The mean over all harmless texts: {alarms['mean']:.3f}. More than twice the mean: {often}.\n\n"
    ]
    for name, shares in named.items():
        rows = [(one, _told(share), share[1]) for one, share in shares.items()]
        parts.append(table((name, "called hostile (95 %)", "texts"), rows or [(NONE, "", "")]) + "\n")
    return "".join([*parts, _by_both(alarms)])


def _too_often(named: Mapping[str, Shares], mean: float) -> str:
    told = [
        f"{kind} {name} ({_told(shares[name])}{'' if beyond_doubt else '; may be chance'})"
        for kind, shares in named.items()
        for name, beyond_doubt in too_far(shares, mean).items()
    ]
    return ", ".join(told) or NONE


def _by_both(alarms: FalseAlarms) -> str:
    """Groups down, languages across."""
    shares, languages = alarms["group and language"], list(alarms["language"])
    rows = [
        (group, *(_counted(shares.get(f"{group}, {lang}")) for lang in languages))
        for group in alarms["group"]
    ]
    return table(("called hostile", *languages), rows) if rows else ""


def _counted(share: Share | None) -> str:
    return f"{round(share[0] * share[1])} of {share[1]}" if share else "-"


def _told(share: Share) -> str:
    called, _, low, high = share
    return f"{called:.3f} ({low:.3f} to {high:.3f})"
